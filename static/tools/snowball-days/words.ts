import type { Day, Start } from "../../app/engine/snowball.ts";
import { common } from "../shared/words.ts";
import type { Common } from "../shared/words.ts";

export interface Words extends Common {
  title: string;
  mission(n: number): string;
  /** Of the second mission; the first is the author's. */
  goal: string;
  won: [string, string];
  unlike: string;
  before: string;
  now(day: number, place: number, sold: number): string;
  found: string;
  nextDay: string;
  lastDay: string;
  startLabel: string;
  starts: { [start in Start]: string };
  photoLabel: string;
  photo(n: number): string;
  hoursLabel: string;
  hours(n: number): string;
  lifted: string;
  days: string;
  bought: string;
  day(day: Day): string;
  runs: string;
  note: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    ...common.en,
    title: "Ten days of my shop",
    mission: (n) => `Mission ${n} of 2`,
    goal: "Begin with nothing. Be at place 3 on day 10.",
    won: [
      "Compared. Bought sales shone three days, then the shop was last.",
      "Done. A better place, more buyers, a better place: that is the snowball.",
    ],
    unlike: "Compare them with the same photo and the same speed.",
    before: "The ten days have not begun.",
    now: (day, place, sold) => `Day ${day} · place ${place} · ${sold} sold so far`,
    found: "The bought sales were found. They are taken away, and the shop stands last.",
    nextDay: "One day on",
    lastDay: "To day 10",
    startLabel: "How does the shop begin?",
    starts: { none: "Nothing yet", real: "20 real sales", bought: "200 bought sales" },
    photoLabel: "Photo",
    photo: (n) => `${n} of 10`,
    hoursLabel: "Sent within",
    hours: (n) => `${n} hours`,
    lifted: "This platform lifts new shops for five days",
    days: "Day by day",
    bought: "sold",
    day: ({ place, looks, clicks }) => `Place ${place} · ${looks} see it · ${clicks} click`,
    runs: "Sold in ten days",
    note: "Invented numbers, for learning. No platform promises a lift.",
  },
  "zh-hans": {
    ...common["zh-hans"],
    title: "我的店，头十天",
    mission: (n) => `任务${n}，共2个`,
    goal: "从零开始，第10天排到第3。",
    won: ["比过了：刷来的销量风光三天，接着就垫底。", "做到了。排得前，买的人多，又排得更前，这就是滚雪球。"],
    unlike: "照片和发货要一样，才好比。",
    before: "十天还没开始。",
    now: (day, place, sold) => `第${day}天 · 排第${place} · 一共卖出${sold}`,
    found: "刷来的销量被查出来，全扣了，店排到最后。",
    nextDay: "过一天",
    lastDay: "到第10天",
    startLabel: "店怎么起步？",
    starts: { none: "一单也没有", real: "真卖20单", bought: "刷来200单" },
    photoLabel: "照片",
    photo: (n) => `${n} / 10`,
    hoursLabel: "多久发货",
    hours: (n) => `${n}小时`,
    lifted: "这个平台头五天扶新店",
    days: "一天一天看",
    bought: "卖出",
    day: ({ place, looks, clicks }) => `排第${place} · ${looks}人看到 · ${clicks}人点开`,
    runs: "十天卖出多少",
    note: "数字是为学习编的。没有平台保证扶新店。",
  },
};
