import { common } from "../shared/words.ts";
import type { Common } from "../shared/words.ts";
import type { DialName } from "./play.ts";

export interface Words extends Common {
  title: string;
  mission(n: number): string;
  /** Of the second mission; the first is the author's. */
  goal: string;
  /** Once the first mission is done: at which breakage nothing is left, with the numbers as they stand. */
  zero(broken: string): string;
  zeroAtOnce: string;
  /** Once the second is done. */
  enough: string;
  otherCosts: string;
  left(price: number): string;
  loss(price: number): string;
  ownPocket: string;
  wholeParts: string;
  views: [string, string];
  viewLabel: string;
  dials: { [dial in DialName]: string };
  feeKept: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    ...common.en,
    title: "What is left of one order?",
    mission: (n) => `Mission ${n} of 2`,
    goal: "10 of 100 break. Which price leaves ¥5 or more?",
    zero: (broken) => `Found. With these numbers nothing is left at ${broken} of 100.`,
    zeroAtOnce: "Found. With these numbers nothing is left, even if nothing breaks.",
    enough: "Done. This price bears the breakage. Now try the numbers of your own goods.",
    otherCosts: "Here the costs stay as they are. Go back a step and move only the price.",
    left: (price) => `Left of one order of ¥${price}`,
    loss: (price) => `Lost on one order of ¥${price}`,
    ownPocket: "The upright line is your price. What is past it comes out of your pocket.",
    wholeParts: "The mean of many orders. Broken: the buyer gets the money back, the goods are gone.",
    views: ["One order", "Returns and ads"],
    viewLabel: "What do you want to change?",
    dials: {
      price: "Price",
      broken: "Broken, out of 100",
      goods: "Goods",
      packing: "Packing",
      freight: "Freight",
      fee: "Platform fee",
      ads: "Advertising, each order",
      returned: "Sent back, out of 100",
      sold_again: "Of 10 sent back, sold again",
      return_freight: "Freight back that you pay",
    },
    feeKept: "The platform keeps its fee when money goes back",
  },
  "zh-hans": {
    ...common["zh-hans"],
    title: "一单剩多少？",
    mission: (n) => `任务${n}，共2个`,
    goal: "100单里碎10单。定什么价，一单能剩¥5？",
    zero: (broken) => `找到了。照这些数，100单里碎${broken}单，就一分不剩。`,
    zeroAtOnce: "找到了。照这些数，一单不碎，也一分不剩。",
    enough: "做到了，这个价扛得住破损。再填填你自己的数。",
    otherCosts: "这里成本不变。退一步，只动价格。",
    left: (price) => `卖¥${price}，一单剩`,
    loss: (price) => `卖¥${price}，一单亏`,
    ownPocket: "竖线是你的卖价，过了线的，要自己掏钱。",
    wholeParts: "这是许多单的平均数。碎了：钱退给买家，货也没了。",
    views: ["一单的账", "退货和广告"],
    viewLabel: "想改哪一边？",
    dials: {
      price: "卖价",
      broken: "100单里碎几单",
      goods: "货",
      packing: "包装",
      freight: "运费",
      fee: "平台手续费",
      ads: "每单广告费",
      returned: "100单里退几单",
      sold_again: "退回10件，能再卖几件",
      return_freight: "退一单你出的运费",
    },
    feeKept: "退款时，平台不退手续费",
  },
};
