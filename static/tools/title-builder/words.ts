export interface Words {
  title: string;
  rule: string;
  won: string;
  bag: string;
  /** What lies in the bag, line by line. */
  facts: [string, string];
  label: string;
  empty: string;
  /** How many letters a title may have, and how these are counted. */
  most: number;
  length(n: number): string;
  searches: [string, string, string, string, string];
  asked: string;
  /** By all of its words, by some, by none. */
  found: string;
  missing(words: string): string;
  only: string;
  ask: string;
  word: { [word: string]: string };
  gap: string;
  comma: string;
  /** What is said about a word that was taken. */
  about: { [word: string]: string };
  tooLong(by: number): string;
  spoiled(words: string): string;
  count(found: number, of: number): string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Which title will buyers find?",
    rule: "Five buyers search. Reached when three find your title, and every word in it is true.",
    won: "Done. Three buyers find you, and each gets what she reads.",
    bag: "In your bag",
    facts: ["Dried shiitake, stems cut, 500 g", "Grown by you in Linzhou, this autumn"],
    label: "Product title",
    empty: "Tap the words below",
    most: 60,
    length: (n) => `${n} of 60 letters`,
    searches: [
      "dried shiitake",
      "dried shiitake 500 g",
      "shiitake stems cut",
      "Linzhou shiitake",
      "shiitake gift box",
    ],
    asked: "Buyers search",
    found: "finds you",
    missing: (words) => `missing: ${words}`,
    only: "finds you, but gets no box",
    ask: "Tap a word to write it, again to take it back.",
    word: {
      treasure: "mountain treasure",
      dried: "dried",
      best: "best",
      g500: "500 g",
      fresh: "fresh",
      shiitake: "shiitake",
      brand: "like Hill Star brand",
      cut: "stems cut",
      gift: "gift box",
      place: "Linzhou",
      national: "national level",
      autumn: "this autumn’s",
      wild: "wild",
    },
    gap: " ",
    comma: ", ",
    about: {
      treasure: "It sounds lovely, but nobody types “mountain treasure”. It only takes room.",
      autumn: "True, and good to know. None of these five types it.",
      best: "“Best” tempts every seller. In China the law bans it from advertisements.",
      national: "“National level” sounds grand. In China the law bans it from advertisements.",
      fresh: "Many search for fresh ones. Yours are dried, so those buyers send them back.",
      wild: "Wild sounds precious. Yours grew with you, and that is good too.",
      gift: "One buyer wants a gift box. Your bag has none: she would send it back.",
      brand: "A known name tempts. It belongs to others: as bait it can be unfair competition.",
    },
    tooLong: (by) => `${by} letters too long. Which word does no buyer type?`,
    spoiled: (words) => `Found, but not yet truthful. Take back: ${words}.`,
    count: (found, of) => `Buyers you serve truly: ${found} of ${of}`,
  },
  "zh-hans": {
    title: "哪个标题，买家搜得到？",
    rule: "五个买家在搜。三个搜得到，标题里句句是真，就成了。",
    won: "做到了，三个买家搜得到，写的和收到的一样。",
    bag: "袋子里装的",
    facts: ["干香菇，剪了脚，500克", "自家在林州种的，今年秋天收"],
    label: "商品标题",
    empty: "点下面的词",
    most: 30,
    length: (n) => `${n} / 30字`,
    searches: ["干香菇", "干香菇 500克", "剪脚香菇", "林州香菇", "香菇礼盒"],
    asked: "买家在搜",
    found: "搜到你了",
    missing: (words) => `还缺：${words}`,
    only: "搜到你，可没有盒子",
    ask: "点一个词就写上，再点一次拿下来。",
    word: {
      treasure: "山珍",
      dried: "干",
      best: "最好",
      g500: "500克",
      fresh: "鲜",
      shiitake: "香菇",
      brand: "山星牌同款",
      cut: "剪脚",
      gift: "礼盒",
      place: "林州",
      national: "国家级",
      autumn: "今秋新货",
      wild: "野生",
    },
    gap: "",
    comma: "、",
    about: {
      treasure: "好听是好听，可没人搜“山珍”，白占地方。",
      autumn: "是真的，写上也好，只是这五个人都没搜它。",
      best: "“最好”谁都想写，可广告法不让写。",
      national: "“国家级”听着气派，可广告法不让写。",
      fresh: "搜“鲜”的人多，可你卖的是干的，人家收到要退。",
      wild: "“野生”听着金贵，可这是你种的。种的也好，照实写。",
      gift: "有人要礼盒，可你只有袋子，人家收到要退。",
      brand: "名牌招人看，可那是别人的牌子，拿来引客，可能算不正当竞争。",
    },
    tooLong: (by) => `长了${by}个字，看看哪个词没人搜？`,
    spoiled: (words) => `搜得到了，还不够实在。把这些拿下来：${words}。`,
    count: (found, of) => `实实在在搜到你的：${found} / ${of}`,
  },
};
