import { common } from "../shared/words.ts";
import type { Common } from "../shared/words.ts";
import type { DialName } from "./play.ts";

export interface Words extends Common {
  title: string;
  mission(n: number): string;
  /** Of missions 2 and 3; the first is the author's. */
  goals: [string, string];
  won: [string, string];
  /** Once the third is done. */
  highest(left: number, buys: number, bid: string): string;
  ad: string;
  worth: string;
  names: { [id: string]: string };
  offer(bid: string, clicks: string): string;
  notShown: string;
  shown(clicks: string, cost: string, orders: string, left: string): string;
  pays(yuan: string): string;
  costs(yuan: string): string;
  dials: { [dial in DialName]: string };
  photo(n: number, clicks: string): string;
  page(n: number): string;
  note: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    ...common.en,
    title: "Who gets the place for the ad?",
    mission: (n) => `Mission ${n} of 3`,
    goals: ["Now keep the place and earn with it.", "What is the highest bid at which you lose nothing?"],
    won: [
      "The place is yours. Now look whether it pays.",
      "The place is yours, and it earns. More clicks or more buyers beat a high bid.",
    ],
    highest: (left, buys, bid) => `Found. ¥${left} left × ${buys} of 100 who buy: ¥${bid} a click, not more.`,
    ad: "广告 (ad)",
    worth: "Worth to the platform, when 1000 see it",
    names: { B: "My shop", C: "Cheap, unclear page", D: "Brand shop", E: "New co-operative" },
    offer: (bid, clicks) => `bids ¥${bid} · ${clicks} of 100 click`,
    notShown: "Your ad is not shown. It costs nothing and brings nothing.",
    shown: (clicks, cost, orders, left) =>
      `1000 see it, ${clicks} click and cost ¥${cost}. ${orders} buy and leave ¥${left}.`,
    pays: (yuan) => `The ad earns ¥${yuan}`,
    costs: (yuan) => `The ad loses ¥${yuan}`,
    dials: { bid: "My bid for a click", photo: "My photo", page: "My page" },
    photo: (n, clicks) => `${n} of 10 · ${clicks} of 100 click`,
    page: (n) => `${n} of 100 who click buy`,
    note: "Invented numbers, for learning. A paid place must carry the word 广告.",
  },
  "zh-hans": {
    ...common["zh-hans"],
    title: "广告位归谁？",
    mission: (n) => `任务${n}，共3个`,
    goals: ["守住这个位子，还要赚钱。", "最高出到多少，才不亏？"],
    won: ["位子归你了。再看看划不划算。", "位子归你，还赚钱。点的人多、买的人多，胜过出高价。"],
    highest: (left, buys, bid) => `找到了。一单剩¥${left}，100人点开${buys}人买：点一次最多¥${bid}。`,
    ad: "广告",
    worth: "1000人看到，平台能收多少",
    names: { B: "我的店", C: "便宜，页面不清楚", D: "品牌店", E: "新合作社" },
    offer: (bid, clicks) => `出价¥${bid} · 100人里${clicks}人点`,
    notShown: "你的广告没排上，不花钱，也没人来。",
    shown: (clicks, cost, orders, left) =>
      `1000人看到，${clicks}人点开，花¥${cost}；${orders}人买，剩¥${left}。`,
    pays: (yuan) => `广告赚¥${yuan}`,
    costs: (yuan) => `广告亏¥${yuan}`,
    dials: { bid: "点一次我出", photo: "我的照片", page: "我的页面" },
    photo: (n, clicks) => `${n} / 10 · 100人里${clicks}人点`,
    page: (n) => `100人点开，${n}人买`,
    note: "数字是为学习编的。花钱买的位子，必须写“广告”两个字。",
  },
};
