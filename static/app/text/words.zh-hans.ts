// The app's sentences in Simplified Chinese: written, not translated.

import type { Words } from "./words.en.ts";

export const words: Words = {
  voice: "zh",
  name: "乡课",
  tabs: "主要页面",
  today: "今天",
  path: "路线",
  library: "课程库",
  me: "我的",
  back: "返回",
  hello: (name) => (name ? `${name}，你好` : "你好"),
  nextStep: (minutes) => `下一步 · ${minutes}分钟`,
  cardsDone: "学过的卡片",
  cardOf: (card, cards) => `第${card}张，共${cards}张`,
  goOn: "接着学",
  begin: "开始学",
  trays: "一位妇女抱着一篮干香菇",
  nothingYetMore: "只要连一次网，以后就一直在手机里。",
};
