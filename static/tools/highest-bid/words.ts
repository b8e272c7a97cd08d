import type { Verdict } from "../../app/engine/bidding.ts";
import { common } from "../shared/words.ts";
import type { Common } from "../shared/words.ts";

export interface Words extends Common {
  title: string;
  rule: string;
  won: string;
  count: string;
  ad: string;
  /** What is sold, how things are, what is to be found, and what is said once it is. */
  goods: [string, string, string, string][];
  left(yuan: string): string;
  clicks(buys: number): string;
  bid: string;
  out(bid: string, yuan: string): [string, string];
  in(buys: number, left: string, yuan: string): [string, string];
  /** Said below what is left, where something is to stay. */
  keep(buys: number, stays: string, yuan: string): string;
  rest: [string, string];
  place: string;
  told: { [verdict in Exclude<Verdict, "right">]: string };
  all: string;
  line(left: string, buys: number, bid: string): string;
  note: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    ...common.en,
    title: "How much may a click cost?",
    rule: "Three ads. Reached when each has the highest bid it can bear. The bar shows what 100 clicks bring.",
    won: "Done. What may go of an order × the share who buy: that is your highest bid.",
    count: "Bids that are right",
    ad: "Ad",
    goods: [
      [
        "Dried shiitake",
        "Many click, a few buy.",
        "Find the highest bid that loses nothing.",
        "Yes: ¥6 × 4 of 100 = ¥0.24 a click. Above it, each click takes money away.",
      ],
      [
        "Honey",
        "More people buy, and more is left.",
        "¥2 of each order are to stay with you. How high may you bid?",
        "Yes: ¥12 − ¥2 = ¥10 may go. ¥10 × 8 of 100 = ¥0.80 a click.",
      ],
      [
        "Kiwis",
        "Few buy. Others bid ¥0.30 for this place.",
        "Find your highest bid that loses nothing, whatever others pay.",
        "Yes: ¥3 × 2 of 100 = ¥0.06. You do not get the place, and you lose nothing. Better photos first.",
      ],
    ],
    left: (yuan) => `An order leaves ${yuan}`,
    clicks: (buys) => `Of 100 who click, ${buys} buy`,
    bid: "Bid for one click",
    out: (bid, yuan) => [`100 clicks × ${bid}`, `− ${yuan}`],
    in: (buys, left, yuan) => [`${buys} orders × ${left}`, yuan],
    keep: (buys, stays, yuan) => `Of it to stay: ${buys} orders × ${stays} = ${yuan}`,
    rest: ["Left of 100 clicks", "Lost on 100 clicks"],
    place: "Place this bid",
    told: {
      none: "Without a bid nothing is lost, and nobody sees the ad. Bid a little.",
      loss: "A high bid brings the place. But these 100 clicks cost more than the orders bring.",
      little: "Nothing is lost, good. But less than ¥2 of each order stays with you.",
      room: "That pays. There is still room: a little more, and the ad is shown more often.",
    },
    all: "Your highest bids",
    line: (left, buys, bid) => `${left} × ${buys} of 100 = ${bid}`,
    note: "The numbers are invented. Yours stand in your own shop: count for a week, then bid.",
  },
  "zh-hans": {
    ...common["zh-hans"],
    title: "点一下，最多出多少钱？",
    rule: "三个广告，每个都出到刚好能承受的最高价，就成了。下面看100次点击的账。",
    won: "做到了。一单能拿出的钱 × 买的人占几成，就是最高出价。",
    count: "出对价的广告",
    ad: "广告",
    goods: [
      [
        "干香菇",
        "点的人多，买的人少。",
        "不亏钱，最高出多少？",
        "对：¥6 × 100人里4人买 = ¥0.24。再高，点一下亏一下。",
      ],
      [
        "蜂蜜",
        "买的人多些，剩得也多些。",
        "每单要给自己留¥2，最高出多少？",
        "对：¥12留¥2，能拿出¥10。¥10 × 100人里8人 = ¥0.80。",
      ],
      [
        "猕猴桃",
        "买的人少。这个位置，别人出¥0.30。",
        "不管别人出多少，你不亏钱最高出多少？",
        "对：¥3 × 100人里2人 = ¥0.06。位置抢不到，可也不亏。先把照片拍好。",
      ],
    ],
    left: (yuan) => `一单剩${yuan}`,
    clicks: (buys) => `100人点开，${buys}人买`,
    bid: "点一下出多少",
    out: (bid, yuan) => [`100次点击 × ${bid}`, `− ${yuan}`],
    in: (buys, left, yuan) => [`${buys}单 × ${left}`, yuan],
    keep: (buys, stays, yuan) => `其中要留：${buys}单 × ${stays} = ${yuan}`,
    rest: ["100次点击剩下", "100次点击亏掉"],
    place: "就出这个价",
    told: {
      none: "不出价是不亏，可也没人看见。出一点试试。",
      loss: "出得高，位置是有了，可这100次点击花的比赚的多。",
      little: "没亏，好。可每单留给自己的，不到¥2了。",
      room: "划得来。还能再高一点，广告露面的机会更多。",
    },
    all: "你的最高出价",
    line: (left, buys, bid) => `${left} × 100人里${buys}人 = ${bid}`,
    note: "数是编的。你的数在自己店里：先记一个星期，再出价。",
  },
};
