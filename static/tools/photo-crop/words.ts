import type { Trouble } from "../../app/engine/cropping.ts";
import { common } from "../shared/words.ts";
import type { Common } from "../shared/words.ts";

export interface Words extends Common {
  title: string;
  rule: string;
  won: string;
  count: string;
  /** What is for sale, what is to be seen, and its price. */
  photos: [string, string, string][];
  frame: string;
  move: { left: string; up: string; down: string; right: string };
  size: string;
  light: string;
  lights(n: number): string;
  preview: string;
  use: string;
  good: string;
  told: { [trouble in Trouble]: string };
  all: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    ...common.en,
    title: "Make a main picture",
    rule: "Four photos. Reached when each shows the whole thing, large, nothing else, in daylight.",
    won: "Done. Four clear pictures, and nothing in them is invented.",
    count: "Photos in the shop",
    photos: [
      ["Shiitake, dried", "A tray of shiitake at the left. A bucket and slippers at the right.", "¥45"],
      ["Honey, 500 g", "A jar of honey in a dark room. A cup at the right.", "¥38"],
      ["Eggs, 30", "A basket of eggs, far off, low at the right. A hen at the left.", "¥36"],
      ["Kiwis, 5 jin", "Two kiwis in glaring light. Scissors and string below them.", "¥49"],
    ],
    frame: "The frame: drag it, or use the arrows",
    move: { left: "Frame left", up: "Frame up", down: "Frame down", right: "Frame right" },
    size: "Size of the frame",
    light: "Light",
    lights: (n) => (n ? `${n > 0 ? "+" : "−"}${Math.abs(n)}` : "as taken"),
    preview: "In the shop",
    use: "Use this picture",
    good: "Yes. One look, and a buyer knows what it is.",
    told: {
      left: "A close picture is good, but a piece is cut off at the left. Move the frame left, or make it larger.",
      right:
        "A close picture is good, but a piece is cut off at the right. Move the frame right, or make it larger.",
      top: "A close picture is good, but a piece is cut off at the top. Move the frame up, or make it larger.",
      bottom:
        "A close picture is good, but a piece is cut off below. Move the frame down, or make it larger.",
      mess: "Something is in it that is not for sale. Make the frame smaller, or move it away.",
      small: "In the list it would be tiny. Make the frame smaller, around the thing.",
      dark: "The picture is dark. More light shows it as it lies in the sun.",
      pale: "So much light takes the colour away. A little less, as in daylight.",
    },
    all: "Your four main pictures",
  },
  "zh-hans": {
    ...common["zh-hans"],
    title: "做一张主图",
    rule: "四张照片。东西完整、够大、没杂物、像白天一样亮，就成了。",
    won: "做到了，四张都清清楚楚，一点没造假。",
    count: "用上的照片",
    photos: [
      ["干香菇", "左边一匾香菇，右边有水桶和拖鞋。", "¥45"],
      ["蜂蜜 500克", "屋里暗，一罐蜂蜜，右边有个杯子。", "¥38"],
      ["鸡蛋 30个", "右下角一筐鸡蛋，离得远；左边有只鸡。", "¥36"],
      ["猕猴桃 5斤", "光太强，两个猕猴桃，下面有剪刀和绳子。", "¥49"],
    ],
    frame: "取景框：用手拖，或点箭头",
    move: { left: "框往左", up: "框往上", down: "框往下", right: "框往右" },
    size: "框的大小",
    light: "亮度",
    lights: (n) => (n ? `${n > 0 ? "+" : "−"}${Math.abs(n)}` : "没动"),
    preview: "店里的样子",
    use: "就用这张",
    good: "对，一眼就知道卖的是什么。",
    told: {
      left: "凑近是好的，可左边切掉了一块。框往左挪，或者放大点。",
      right: "凑近是好的，可右边切掉了一块。框往右挪，或者放大点。",
      top: "凑近是好的，可上面切掉了一块。框往上挪，或者放大点。",
      bottom: "凑近是好的，可下面切掉了一块。框往下挪，或者放大点。",
      mess: "框里有不卖的东西。把框缩小，或者挪开。",
      small: "放到列表里太小了。把框缩小，围住要卖的东西。",
      dark: "有点暗。调亮些，像太阳下看的那样。",
      pale: "太亮，颜色都白了。调暗一点，像白天看的那样。",
    },
    all: "你的四张主图",
  },
};
