import type { Feature } from "../../app/engine/ranking.ts";
import { common } from "../shared/words.ts";
import type { Common } from "../shared/words.ts";
import type { ShopDial } from "./play.ts";

export interface Words extends Common {
  search: string;
  mission(n: number): string;
  /** Of missions 2 and 3; the first is the author's. */
  goals: [string, string];
  won: [string, string, string];
  otherWeights: string;
  boughtPlace: string;
  atLoss: string;
  place: string;
  points: string;
  names: { [id: string]: string };
  views: [string, string];
  viewLabel: string;
  shop: { [dial in ShopDial]: string };
  weights: { [feature in Feature]: string };
  photo(n: number): string;
  hours(n: number): string;
  now(place: number, left: string, isLoss: boolean): string;
  sum(price: number, goods: number, packing: number, freight: number, fee: string): string;
  note: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    ...common.en,
    search: "Search: dried shiitake 500 g",
    mission: (n) => `Mission ${n} of 3`,
    goals: [
      "Change what counts, until the cheapest shop is first.",
      "Your shop is better now. Try ¥30: which place, and what does an order leave?",
    ],
    won: [
      "Done. Your shop reached place 2.",
      "Done. With these weights the cheapest is first.",
      "First, but each order loses ¥3.18. Which price is first and still earns?",
    ],
    otherWeights: "Platforms choose the weights, not shops. Put “What counts” back and try again.",
    boughtPlace: "Buyers decide what is sold, not you. Stay at 200, and improve what you do yourself.",
    atLoss: "Far up, but each order loses money. Go up and still earn.",
    place: "Place",
    points: "Points",
    names: {
      A: "Big store",
      B: "My shop",
      C: "Cheap, unclear page",
      D: "Brand shop",
      E: "New co-operative",
    },
    views: ["My shop", "What counts"],
    viewLabel: "What do you want to change?",
    shop: {
      photo: "Photo",
      hours: "Sent within",
      sales: "Sold in 30 days",
      n: "Number of reviews",
      price: "Price",
    },
    weights: {
      rel: "Words match",
      sales: "Sales",
      rating: "Reviews",
      price: "Low price",
      delivery: "Fast delivery",
      photo: "Photo",
      new: "New shop",
    },
    photo: (n) => `${n} of 10`,
    hours: (n) => `${n} hours`,
    now: (place, left, isLoss) => `Place ${place} · an order ${isLoss ? "loses" : "leaves"} ¥${left}`,
    sum: (price, goods, packing, freight, fee) =>
      `¥${price} − goods ${goods} − packing ${packing} − freight ${freight} − fee ${fee}`,
    note: "Invented weights, for learning. Real formulas are secret and change.",
  },
  "zh-hans": {
    ...common["zh-hans"],
    search: "搜索：干香菇 500克",
    mission: (n) => `任务${n}，共3个`,
    goals: ["改一改看重什么，让最便宜的店排第一。", "你的店变好了。试试¥30：排第几？一单剩多少？"],
    won: [
      "做到了，你的店排到了第2。",
      "做到了，这样算，最便宜的排第一。",
      "排第一了，可是一单亏¥3.18。有没有又靠前、又不亏的价？",
    ],
    otherWeights: "分量由平台定，不由店家定。把“看重什么”放回去，再试试。",
    boughtPlace: "卖多少，买家说了算。销量留在200以内，把自己能做的做好。",
    atLoss: "是靠前了，可是每单都亏。要靠前，也要不亏。",
    place: "名次",
    points: "得分",
    names: { A: "大店", B: "我的店", C: "便宜，页面不清楚", D: "品牌店", E: "新合作社" },
    views: ["我的店", "看重什么"],
    viewLabel: "想改哪一边？",
    shop: { photo: "照片", hours: "多久发货", sales: "30天卖出", n: "评价条数", price: "价格" },
    weights: {
      rel: "词对得上",
      sales: "销量",
      rating: "评价",
      price: "价格低",
      delivery: "发货快",
      photo: "照片",
      new: "新店",
    },
    photo: (n) => `${n} / 10`,
    hours: (n) => `${n}小时`,
    now: (place, left, isLoss) => `排第${place} · 一单${isLoss ? "亏" : "剩"}¥${left}`,
    sum: (price, goods, packing, freight, fee) =>
      `¥${price} − 货${goods} − 包装${packing} − 运费${freight} − 手续费${fee}`,
    note: "这些分量是为学习编的。真公式不公开，也会变。",
  },
};
