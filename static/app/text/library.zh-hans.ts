// Sentences of the library in Simplified Chinese.

import type { LibraryWords } from "./library.en.ts";

export const words: LibraryWords = {
  lessons: (count) => `${count}课`,
  onPhone: "已在手机里",
  wordsOnPhone: "文字都在手机里，有些图片还没下。",
  getPictures: "下载图片",
  goesOn: "断网也不怕，下次从这里接着下。",
  pause: "暂停",
  saveData: "省流量",
  saveDataMore: "先下文字，图片点了再下。",
  uses: (mine) => `乡课在手机里占${mine}。`,
  get: (size) => `下载 · ${size}`,
};
