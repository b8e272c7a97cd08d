import type { Part, Step } from "./round.ts";

export interface Words {
  title: string;
  rule: string;
  won: string;
  count: string;
  /** What each is called, how it looks for who cannot see it, what it does. */
  parts: { [part in Part]: [string, string, string] };
  find(name: string): string;
  begin: string;
  yes: string;
  that: string;
  ask: string;
  early: string;
  trap: string;
  gap: string;
  /** What it is called, and why it has to wait. */
  steps: { [step in Step]: [string, string] };
  all: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Meet the computer",
    rule: "Reached after six parts and five steps. Tapping breaks nothing.",
    won: "Done. You know its parts, and how to leave it safely.",
    count: "Parts and steps",
    parts: {
      screen: ["screen", "A wide pane on a foot", "It only shows things. Your files lie in the case."],
      case: ["case", "A tall box", "Here the work is done and files lie, also while the screen is dark."],
      keyboard: ["keyboard", "A flat board with many keys", "It types letters and numbers."],
      mouse: ["mouse", "A round thing with two buttons", "It moves the pointer and clicks."],
      usb: ["USB port", "A small slot in the tall box", "Here a USB stick or your phone goes in."],
      power: [
        "power key",
        "A ring with a line in the tall box",
        "It switches on. To switch off, use the menu.",
      ],
    },
    find: (name) => `Tap the ${name}.`,
    begin: "Look at the drawing first. Guessing is fine.",
    yes: "Yes.",
    that: "This is the",
    ask: "An hour at a shared computer. What comes next?",
    early: "Not yet.",
    trap: "Leave it.",
    gap: " ",
    steps: {
      login: ["Log in", "First the computer asks who you are."],
      work: ["Work", "First log in with your own name."],
      save: ["Save", "First there has to be some work."],
      logout: ["Log out", "First save, or the work may be lost."],
      shutdown: ["Shut down in the menu", "First log out, or the next person can open your shop."],
      plug: ["Pull the plug", "What is not saved may be lost."],
    },
    all: "Saved, logged out, shut down: nothing lost, and nobody gets into your shop.",
  },
  "zh-hans": {
    title: "认识电脑",
    rule: "找对六样，排好五步，就成了。点哪里都点不坏。",
    won: "做到了。哪样是哪样，怎么关机，你都清楚。",
    count: "找到的和做完的",
    parts: {
      screen: ["显示器", "底座上的一块宽板", "它只管显示，文件在主机里。"],
      case: ["主机", "一个高箱子", "活是它干的，文件也在里面，黑屏时也在。"],
      keyboard: ["键盘", "一块扁板，好多键", "用它打字、打数。"],
      mouse: ["鼠标", "圆圆的，两个键", "用它移箭头、点东西。"],
      usb: ["USB口", "箱子上的小扁口", "插U盘、连手机都在这里。"],
      power: ["电源键", "箱子上的圈，带一竖", "用它开机。关机走菜单。"],
    },
    find: (name) => `${name}在哪儿？点一下。`,
    begin: "先看看图，猜也没关系。",
    yes: "对。",
    that: "这是",
    ask: "用一小时公用电脑，接下来做什么？",
    early: "还没到。",
    trap: "别这样。",
    gap: "",
    steps: {
      login: ["登录", "电脑先要知道你是谁。"],
      work: ["干活", "先用自己的名字登录。"],
      save: ["保存", "先要干了活。"],
      logout: ["退出登录", "先保存，不然活白干。"],
      shutdown: ["从菜单关机", "先退出登录，不然后面的人能进你的店。"],
      plug: ["直接拔插头", "没保存的就丢了。"],
    },
    all: "存好、退出、关机：什么也没丢，谁也进不了你的店。",
  },
};
