import type { Way } from "../../app/engine/typing.ts";

export interface Words {
  title: string;
  rule: string;
  won: string;
  ways: { [way in Way]: string };
  way: string;
  line: string;
  field: string;
  keys: { [key: string]: string };
  next(key: string): string;
  /** What there is to know at certain keys. */
  at: { [key: string]: string };
  word: string;
  early: string;
  sent: string;
  candidates: string;
  hand: string;
  voice: string;
  offers: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Type one line",
    rule: "Reached when your line equals the note, and Enter is pressed. By keys, by hand, by voice: all count.",
    won: "Done. Only the line counts, not how it came there.",
    ways: { keys: "Keyboard", hand: "Write by hand", voice: "Say it" },
    way: "How do you want to write?",
    line: "The note",
    field: "Your line",
    keys: { space: "Space", back: "Backspace", shift: "Shift", mode: "中/英", enter: "Enter" },
    next: (key) => `Next: ${key}`,
    at: {
      shift: "Shift gives big letters and upper signs. On a computer, hold it.",
      back: "Something else stands there. Backspace takes it away.",
      mode: "Switch between Chinese and English input.",
      enter: "All there. Read weight and price once more, then Enter.",
    },
    word: "The word is there: tap it, or its number.",
    early: "Not yet as on the note. Compare number by number.",
    sent: "It stands there as on the note. Nothing was sent anywhere.",
    candidates: "Words for these letters",
    hand: "Try it with a finger. Nobody reads it here; below is what a phone may offer.",
    voice: "Say it aloud. Nobody listens here; below is what a phone may have heard.",
    offers: "Which one is it?",
  },
  "zh-hans": {
    title: "打一行字",
    rule: "打得和纸条一样，再按回车，就成了。打字、手写、说话，都算。",
    won: "做到了。字对就行，怎么来的都一样。",
    ways: { keys: "键盘", hand: "手写", voice: "说话" },
    way: "想怎么写？",
    line: "纸条",
    field: "你这一行",
    keys: { space: "空格", back: "退格", shift: "Shift", mode: "中/英", enter: "回车" },
    next: (key) => `下一个键：${key}`,
    at: {
      shift: "Shift：打大写，也打上面的符号。电脑上要按住它。",
      back: "多了别的，按退格去掉。",
      mode: "先切换中文、英文输入。",
      enter: "齐了。斤两和价钱再看一遍，按回车。",
    },
    word: "词出来了：点它，或按它的数字。",
    early: "和纸条还不一样，一个数一个数对。",
    sent: "和纸条一样了。哪儿也没发。",
    candidates: "这几个字母的词",
    hand: "用手指写写看。这里没人认字，下面是手机会给的词。",
    voice: "照着念一遍。这里没人听，下面是手机会听成的话。",
    offers: "是哪一个？",
  },
};
