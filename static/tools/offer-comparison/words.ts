import type { Merit, Weights } from "../../app/engine/offers.ts";
import { common } from "../shared/words.ts";
import type { Common } from "../shared/words.ts";
import type { CostDial } from "./play.ts";

export interface Words extends Common {
  title: string;
  won: string;
  shops: [string, string, string];
  shopLabel: string;
  first: string;
  points: string;
  parts(back: number, spent: number): string;
  commission(percent: number, per1000: number): string;
  noDate: string;
  date: string;
  views: [string, string, string];
  viewLabel: string;
  costs: { [dial in CostDial]: string };
  merits: { [merit in Merit]: string };
  weights: { [aim in keyof Weights]: string };
  mark(n: number): string;
  note: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    ...common.en,
    title: "Where is my money safe and well used?",
    won: "Done. Two places are looked up, with their day. Now you can compare.",
    shops: ["Place A", "Place B", "Place C"],
    shopLabel: "Which place do you fill in?",
    first: "Cash needed first",
    points: "Points",
    parts: (back, spent) => `¥${back} comes back · ¥${spent} spent`,
    commission: (percent, per1000) => `${percent} % · ¥${per1000} of ¥1000`,
    noDate: "no date yet",
    date: "Day you looked it up",
    views: ["Money", "How it is", "What matters"],
    viewLabel: "What do you want to change?",
    costs: {
      deposit: "Deposit",
      fee: "Fee for the first year",
      ads: "Advertising at the start",
      stock: "First goods",
      packing: "Boxes and tape",
      commission: "Commission on each sale",
    },
    merits: { time: "Takes little of my time", buyers: "Buyers for my goods", rules: "Rules I can keep" },
    weights: { money: "Little cash", time: "Little time", buyers: "Many buyers", rules: "Easy rules" },
    mark: (n) => `${n} of 5`,
    note: "These numbers are invented. Put in what the place itself says today.",
  },
  "zh-hans": {
    ...common["zh-hans"],
    title: "钱放哪里，稳当又划算？",
    won: "做到了，两处都查过，也记了日子，可以比了。",
    shops: ["甲处", "乙处", "丙处"],
    shopLabel: "填哪一处？",
    first: "先要多少钱",
    points: "得分",
    parts: (back, spent) => `能退¥${back} · 花掉¥${spent}`,
    commission: (percent, per1000) => `${percent} % · 卖¥1000收¥${per1000}`,
    noDate: "还没写日期",
    date: "哪天查的",
    views: ["钱", "好不好做", "我看重"],
    viewLabel: "想改哪一边？",
    costs: {
      deposit: "保证金",
      fee: "头一年的费用",
      ads: "开头的广告费",
      stock: "头一批货",
      packing: "纸箱和胶带",
      commission: "每卖一笔的佣金",
    },
    merits: { time: "不太费时间", buyers: "有人买我的货", rules: "规则做得到" },
    weights: { money: "少压钱", time: "少费时间", buyers: "买家多", rules: "规则好守" },
    mark: (n) => `${n} / 5`,
    note: "这些数是编的。请填平台自己今天写的数。",
  },
};
