import type { Need, Order } from "../../app/engine/buyer.ts";
import { common } from "../shared/words.ts";
import type { Common } from "../shared/words.ts";

export interface Words extends Common {
  search: string;
  mission(n: number): string;
  people: [string, string, string];
  need: { [need in keyof Need]-?: (value: number) => string };
  /** What a bought offer does not meet. */
  misses: { [need in keyof Need]-?: string };
  notForHer(misses: string): string;
  /** Between several. */
  and: string;
  won: [string, string, string];
  orderLabel: string;
  orders: { [order in Order]: string };
  names: { [id: string]: string };
  sold(n: number): string;
  reviews(rating: number, n: number): string;
  noReviews: string;
  sent(hours: number): string;
  photo(n: number): string;
  buy: string;
  bought: string;
  lookOn: string;
  looked(n: number, of: number): string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    ...common.en,
    search: "Search: dried shiitake 500 g",
    mission: (n) => `Buyer ${n} of 3`,
    people: [
      "Lin cooks in two days. She wants:",
      "Old Zhou needs a gift. He wants:",
      "Fang has time. She wants:",
    ],
    need: {
      price: (yuan) => `¥${yuan} at most`,
      hours: (n) => `sent within ${n} hours`,
      n: (n) => `at least ${n} reviews`,
      rating: (n) => `reviews of ${n} or better`,
      photo: (n) => `a photo of ${10 * n} or better`,
    },
    misses: {
      price: "too dear",
      hours: "sent too late",
      n: "too few reviews",
      rating: "reviews not good enough",
      photo: "photo not clear enough",
    },
    notForHer: (misses) => `Does not fit: ${misses}. Look on, or choose another.`,
    and: ", ",
    won: [
      "Fits. She stopped at the first card that did; the shops below were never seen.",
      "Fits. A clear photo and many good reviews decided, not the price.",
      "Fits. Only nine reviews, but the best. Who does not look so far never sees the village shop.",
    ],
    orderLabel: "In which order?",
    orders: { usual: "Usual", price: "Cheapest", sales: "Most sold", rating: "Best reviews" },
    names: {
      A: "Big store",
      B: "Village shop",
      C: "Cheap, unclear page",
      D: "Brand shop",
      E: "New co-operative",
    },
    sold: (n) => `${n} sold`,
    reviews: (rating, n) => `${rating} of 5 (${n} reviews)`,
    noReviews: "no reviews yet",
    sent: (n) => `sent within ${n} hours`,
    photo: (n) => `photo ${10 * n} of 10`,
    buy: "Buy here",
    bought: "Bought",
    lookOn: "Look at the next one",
    looked: (n, of) => `You looked at ${n} of ${of}.`,
  },
  "zh-hans": {
    ...common["zh-hans"],
    search: "搜索：干香菇 500克",
    mission: (n) => `第${n}位买家，共3位`,
    people: ["阿琳后天要下锅。她要：", "老周要送礼。他要：", "阿芳不急。她要："],
    need: {
      price: (yuan) => `不超过¥${yuan}`,
      hours: (n) => `${n}小时内发货`,
      n: (n) => `评价至少${n}条`,
      rating: (n) => `评分${n}以上`,
      photo: (n) => `照片${10 * n}分以上`,
    },
    misses: {
      price: "太贵",
      hours: "发货太慢",
      n: "评价太少",
      rating: "评分不够高",
      photo: "照片不够清楚",
    },
    notForHer: (misses) => `不合适：${misses}。往下看，或者换一家。`,
    and: "、",
    won: [
      "合适。看到第一家合适的，她就停了，下面的店没人看到。",
      "合适。定下来的是清楚的照片和许多好评，不是价钱。",
      "合适。评价只有9条，却最好。不往下看的人，看不到村里的小店。",
    ],
    orderLabel: "按什么排？",
    orders: { usual: "综合", price: "最便宜", sales: "卖得最多", rating: "评分最高" },
    names: { A: "大店", B: "村里的小店", C: "便宜，页面不清楚", D: "品牌店", E: "新合作社" },
    sold: (n) => `卖出${n}`,
    reviews: (rating, n) => `评分${rating}（${n}条）`,
    noReviews: "还没有评价",
    sent: (n) => `${n}小时内发货`,
    photo: (n) => `照片${10 * n}分`,
    buy: "买这家",
    bought: "买了",
    lookOn: "看下一家",
    looked: (n, of) => `看了${n}家，共${of}家。`,
  },
};
