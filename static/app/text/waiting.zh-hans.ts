// Sentences of the room that shows what waits, in Chinese.

import type { WaitingWords } from "./waiting.en.ts";

export const words: WaitingWords = {
  nothing: "没有在等的，你做的都到中心了。",
  nothingYetSent: "这里还没有在等的。",
  safe: "送到之前，都好好存在手机里。",
  why: {
    offline: "这会儿没有网络。一有信号，自己会送出去。",
    busy: "中心的网站正忙，手机过一会儿自己再送。",
    refused: "中心的网站还没准备好，手机过一会儿自己再送。",
    soon: "马上就送。",
  },
  tryNow: "现在送一送",
  beside: "课以外的",
  kinds: {
    lesson_opened: () => "打开了",
    answered: (count) => `${count}个答案`,
    lesson_finished: () => "学完了",
    tool_used: () => "练过了",
    checked: () => "测过了",
    assessed: () => "交了测试",
    taught: () => "教了邻居",
    profile_set: () => "名字或头像",
    consent_set: () => "你同意的事",
    survey_answered: (count) => `${count}个关于你的回答`,
    message_read: (count) => `看了${count}条消息`,
  },
  more: (count) => `${count}件事`,
  others: (count) => `还有${count}件是别人在这部手机上做的，会一起送出去。`,
  keepTitle: "留一份备份",
  keepMore: "在等的都存进一个文件。交给老师，就算送到了。手机里也还留着。",
  keep: (size) => `存成文件，${size}`,
  send: "发给别人",
  kept: (name) => `在“下载”里：${name}`,
  receipts: "学过的，到哪里了",
  receipt: { here: "在手机里", sent: "送到了", counted: "算进去了" },
  countedSince: (count) => `先前没算的，有${count}件已经算进去了。`,
  parkedTitle: "中心收着，还没算",
  parkedMore: "中心会看的，什么都没丢。",
  parked: {
    "not-your-learner": "你是在别的手机上开始的。用学习证或老师给的码，就能带过来。",
    "revoked-device": "这部手机停用了，问问老师。",
    "unknown-kind": "你的应用比中心的网站新。",
    "unknown-version": "你的应用比中心的网站新。",
  },
  parkedOther: "中心暂时读不了。",
};
