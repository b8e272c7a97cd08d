export interface Words {
  title: string;
  rule: string;
  won: string;
  count: string;
  site: string;
  empty: string;
  ad: string;
  marked: string;
  /** What there is to do, for each search: words, ads, page. */
  asks: [string, string, string][];
  /** Said about what is no ad, or is one. */
  noAd: string;
  isAd: string;
  look: string;
  yes: string;
  gap: string;
  /** The words of a search, and what there is to know about them. */
  queries: { [query: string]: [string, string] };
  /** Title, site, date, first line; then why to open it, or not. */
  hits: { [hit: string]: [string, string, string, string, string] };
  end: string;
  lessons: string[];
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Search so that you find",
    rule: "Two searches: the words, the ads, the page to open. Take your time.",
    won: "Done. Few words, no ads, name and date read.",
    count: "Tasks done",
    site: "search.example",
    empty: "Search",
    ad: "Ad",
    marked: "Marked as an ad",
    asks: [
      [
        "A parcel is lost. With which words do you search?",
        "Somebody paid for two of these. Tap both.",
        "Where is written how to complain? Tap that page.",
      ],
      [
        "How hot should mushrooms dry? Choose the words.",
        "And here: tap the two ads.",
        "Which page do you open?",
      ],
    ],
    noAd: "Nobody paid for this one. Look for the little word “Ad”.",
    isAd: "This one is an ad. It stands there because somebody paid.",
    look: "Look again.",
    yes: "Yes.",
    gap: " ",
    queries: {
      "post-wide": [
        "my parcel is not here and nobody answers me",
        "Too long. The search looks for every word of it.",
      ],
      "post-exact": ["courier complaint where", "Three exact words."],
      "post-short": ["parcel", "Too short: this finds every parcel there is."],
      "dry-short": ["hot", "Too short: this finds weather and soup."],
      "dry-wide": ["I want to know everything about mushrooms", "Too wide: it finds everything."],
      "dry-exact": ["shiitake drying temperature", "What, and what about it."],
    },
    hits: {
      fast: [
        "Lost parcel? Money in 3 minutes!",
        "quick-money.example",
        "today",
        "Just type in your card number …",
        "",
      ],
      story: [
        "My courier and the dog",
        "Uncle Ma’s diary",
        "May 2026",
        "He ran faster than ever …",
        "A nice story. It does not say where to complain.",
      ],
      old: [
        "All complaint numbers",
        "numbers.example",
        "March 2013",
        "Our big list of numbers …",
        "Read the date: 2013. Numbers change.",
      ],
      agent: ["We complain for you, ¥99", "agent.example", "today", "First pay, then sit back …", ""],
      office: [
        "Complain about a courier: how it goes",
        "Postal authority, gov.example",
        "June 2026",
        "First the courier, then us. No fee …",
        "The office in charge, this year, and it costs nothing.",
      ],
      dryer: ["Dryers, 30 % off today", "dryer-shop.example", "today", "Only until midnight …", ""],
      trick: [
        "Dry in 10 minutes! Experts amazed",
        "wow.example",
        "no date",
        "You will not believe it …",
        "No name, no date, only noise.",
      ],
      bags: ["Dried shiitake, ¥39 a bag", "mountain-goods.example", "today", "Free shipping …", ""],
      station: [
        "Drying shiitake: temperature by hours",
        "County farm station, gov.example",
        "September 2026",
        "Begin low, then step by step …",
        "Title, name and date fit: a farm station, this year.",
      ],
      forum: [
        "Drying mushrooms??",
        "chat-corner.example",
        "2011",
        "I think it was quite hot …",
        "A guess, from 2011, by nobody you know.",
      ],
    },
    end: "What you did",
    lessons: [
      "Two or three exact words.",
      "The word “Ad” means: paid.",
      "Title, site name, date: then open.",
    ],
  },
  "zh-hans": {
    title: "会搜，才找得到",
    rule: "搜两回：选词、认广告、挑网页。不用急。",
    won: "做到了：词要准，广告不点，先看是谁、哪天写的。",
    count: "做完的",
    site: "sousuo.example",
    empty: "搜索",
    ad: "广告",
    marked: "认出的广告",
    asks: [
      ["包裹丢了，用哪些词搜？", "有两条是花钱排上来的，都点出来。", "哪一页写着怎么投诉？点它。"],
      ["香菇烘多少度？选词。", "这里也有两条广告，点出来。", "你打开哪一页？"],
    ],
    noAd: "这条没花钱，找小小的“广告”两个字。",
    isAd: "这条是广告，花了钱才排在这里。",
    look: "再看看。",
    yes: "对。",
    gap: "",
    queries: {
      "post-wide": ["我的包裹一直没到也没人理我", "太长，每个字都要去找。"],
      "post-exact": ["快递 投诉 去哪里", "三个词，个个准。"],
      "post-short": ["包裹", "太短，天下的包裹都来了。"],
      "dry-short": ["热", "太短，天气和火锅都来了。"],
      "dry-wide": ["我想知道香菇的所有事情", "太宽，什么都搜出来。"],
      "dry-exact": ["香菇 烘干 温度", "什么东西，问什么，清清楚楚。"],
    },
    hits: {
      fast: ["包裹丢了？三分钟赔钱！", "kuaipei.example", "今天", "填上银行卡号就行……", ""],
      story: [
        "快递小哥和我家的狗",
        "老马的日记",
        "2026年5月",
        "他跑得比谁都快……",
        "故事好看，可没写去哪里投诉。",
      ],
      old: ["投诉电话大全", "haoma.example", "2013年3月", "最全的号码……", "看日子：2013年的，号码会变。"],
      agent: ["代你投诉，¥99", "daili.example", "今天", "先付款，等着就行……", ""],
      office: [
        "快递投诉怎么办",
        "邮政管理局 gov.example",
        "2026年6月",
        "先找快递，再找我们，不收钱……",
        "管这事的部门，今年写的，还不收钱。",
      ],
      dryer: ["烘干机今日七折", "honggan.example", "今天", "只到半夜……", ""],
      trick: [
        "十分钟烘干！专家都惊了",
        "wa.example",
        "没写日子",
        "你绝对想不到……",
        "没有名字，没有日子，光吆喝。",
      ],
      bags: ["干香菇¥39一袋", "shanhuo.example", "今天", "包邮……", ""],
      station: [
        "香菇烘干：几小时，多少度",
        "县农技站 gov.example",
        "2026年9月",
        "先低后高，一步步来……",
        "题目、单位、日子都对：农技站，今年的。",
      ],
      forum: [
        "烘香菇？？",
        "liaotian.example",
        "2011年",
        "我记得挺热的……",
        "2011年的，谁写的也不知道，还是猜的。",
      ],
    },
    end: "你做了这些",
    lessons: ["两三个准的词。", "写着“广告”，就是花了钱的。", "看题目，看是谁，看日子，再点开。"],
  },
};
