// Sentences of Me and of joining a group in Simplified Chinese.

import type { MeWords } from "./me.en.ts";

export const words: MeWords = {
  nickname: "在这里叫什么",
  picture: "你的图片",
  save: "存好",
  saved: "存在手机里了",
  notNow: "先不填",
  yourCentre: (centre, group) => `${centre} · ${group}`,
  joinTitle: "加入你的班",
  joinSay: "老师那里有一个8位的码，是字母和数字。",
  code: "码",
  join: "加入",
  joined: (group) => `你在这个组：${group}`,
  joinedMore: "老师看得到你学到哪里，能帮上忙。",
  joinOffline: "加入要连网。这期间学的都算数。",
  messages: "消息",
  noMessages: "还没有消息。",
  aboutData: "什么存在哪里",
  aboutDataMore:
    "你的答案存在这部手机里，也送一份给中心，这样什么都不会丢。中心看得到你的称呼、图片和学到哪里。没有人问你的手机号。",
  installTitle: "把乡课放在手边",
  installMore: "放到手机的第一屏上，跟别的应用一样。",
  install: "放上去",
  surveyMine: "我的回答和学习路线",
  sendNow: "现在试着送",
  pictures: {
    mushroom: "香菇",
    kiwi: "猕猴桃",
    persimmon: "柿子",
    maize: "玉米",
    fish: "鱼",
    rooster: "公鸡",
    teapot: "茶壶",
    lantern: "灯笼",
    umbrella: "雨伞",
    bicycle: "自行车",
    boat: "小船",
    moon: "月亮",
  },
};
