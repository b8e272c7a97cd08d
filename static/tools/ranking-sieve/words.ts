import type { Word } from "../../app/engine/sieve.ts";

export interface Words {
  searchLabel: string;
  searches: [string, string, string, string];
  titleLabel: string;
  /** What the learner may write; their searchable words stand in app/engine/sieve.ts, `titleChoices`. */
  titles: string[];
  word: { [word in Word]: string };
  /** Between the words of a title. */
  gap: string;
  mine: string;
  /** Whose a card is, where another has the same title. */
  shops: { [id: string]: string };
  stay(n: number): string;
  fall(n: number): string;
  points: string;
  won: string;
  stays(place: number, of: number): string;
  falls(missing: string): string;
  fallsRightly: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    searchLabel: "A buyer searches",
    searches: ["dried shiitake 500 g", "fresh shiitake", "shiitake gift box", "kiwi 5 jin"],
    titleLabel: "Change your title",
    titles: ["Mountain treasure", "Shiitake", "Dried shiitake", "Taste of home"],
    word: {
      dried: "dried",
      fresh: "fresh",
      shiitake: "shiitake",
      g500: "500 g",
      gift: "gift box",
      kiwi: "kiwi",
      jin5: "5 jin",
      honey: "honey",
      "wood-ear": "wood ear",
    },
    gap: " ",
    mine: "Mine: ",
    shops: {
      A: "Big store",
      C: "Cheap, unclear page",
      D: "Brand shop",
      E: "New co-operative",
      F: "Market stall",
      K: "Farm shop",
    },
    stay: (n) => `${n} stay and line up`,
    fall: (n) => `${n} fall through`,
    points: "Points",
    won: "Yes. With the buyer’s words your card stays.",
    stays: (place, of) => `Your card stays: place ${place} of ${of}.`,
    falls: (missing) => `Your card falls through. These words are missing: ${missing}.`,
    fallsRightly: "Your card falls through, and that is right: these buyers want something else.",
  },
  "zh-hans": {
    searchLabel: "买家搜",
    searches: ["干香菇 500克", "鲜香菇", "香菇礼盒", "猕猴桃 5斤"],
    titleLabel: "改你的标题",
    titles: ["山珍", "香菇", "干香菇", "家乡味"],
    word: {
      dried: "干",
      fresh: "鲜",
      shiitake: "香菇",
      g500: "500克",
      gift: "礼盒",
      kiwi: "猕猴桃",
      jin5: "5斤",
      honey: "蜂蜜",
      "wood-ear": "木耳",
    },
    gap: "",
    mine: "我的：",
    shops: { A: "大店", C: "便宜，页面不清楚", D: "品牌店", E: "新合作社", F: "菜场摊位", K: "农家店" },
    stay: (n) => `${n}个留下，排好队`,
    fall: (n) => `${n}个漏下去`,
    points: "得分",
    won: "对，有了买家的词，你的卡片就留下了。",
    stays: (place, of) => `你的卡片留下了：${of}个里排第${place}。`,
    falls: (missing) => `你的卡片漏下去了，标题里缺：${missing}。`,
    fallsRightly: "你的卡片漏下去了，这是对的：买家要的是别的。",
  },
};
