import type { Errand, Said, Shape } from "../../app/engine/pointing.ts";
import type { Id } from "./desk.ts";

export type Name = "left" | "right" | "scroll" | "hold" | "drop" | "next";

export interface Words {
  title: string;
  rule: string;
  won: string;
  count: string;
  things: { [id in Id]: string };
  shapes: { [shape in Shape]: string };
  /** {} stands for the basket it is about. */
  errands: { [errand in Errand]: string };
  said: { [said in Said]: string };
  pad: string;
  slide: string;
  buttons: { [name in Name]: string };
  note: string;
  link: string;
  menu: string[];
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Point, click, drag",
    rule: "Five errands, however slowly.",
    won: "Done. That is all a mouse can do.",
    count: "Errands done",
    things: {
      kiwi: "Basket of kiwi",
      shiitake: "Basket of shiitake",
      persimmon: "Basket of persimmons",
      shop: "The link “My shop”",
      note: "The note",
      van: "The van",
    },
    shapes: {
      arrow: "Arrow: choose",
      hand: "Hand: a link",
      beam: "Thin I: type here",
      ring: "Ring: please wait",
    },
    errands: {
      pick: "Pick all three baskets: one left click on each.",
      open: "Open one basket: two left clicks on it.",
      scroll: "Scroll the window: two fingers up, or “Down”.",
      menu: "{}: show its menu with a right click.",
      carry: "{}: hold left, move to the van, let go.",
    },
    said: {
      picked: "Picked. One click is enough.",
      again: "Picked already. Take another.",
      once: "One click picks. A second one opens.",
      opened: "Open. On a computer, click quickly.",
      scrolled: "Scrolled. A mouse has a wheel.",
      menu: "The menu: all you can do with it.",
      other: "Another one. Look for the frame.",
      held: "You hold it. Move to the van, let go.",
      buttons: "Left picks, right shows a menu, holding carries.",
      carried: "In the van, and nothing broke.",
      dropped: "Beside the van: it went back.",
      link: "A link needs one click. A second may order twice.",
      aim: "Put the tip on a basket first.",
    },
    slide: "Slide here, and the pointer goes.",
    pad: "Mouse pad: arrows, Enter, Page Down",
    buttons: {
      left: "Left",
      right: "Right",
      scroll: "Down",
      hold: "Hold left",
      drop: "Let go",
      next: "Next thing",
    },
    note: "Call Hua",
    link: "My shop",
    menu: ["Open", "Rename"],
  },
  "zh-hans": {
    title: "点、双击、拖",
    rule: "五件事都做完，快慢不算。",
    won: "做到了，鼠标就这几样。",
    count: "做完的事",
    things: {
      kiwi: "一筐猕猴桃",
      shiitake: "一筐香菇",
      persimmon: "一筐柿子",
      shop: "链接“我的店”",
      note: "便条",
      van: "货车",
    },
    shapes: {
      arrow: "箭头：可以选",
      hand: "小手：是链接",
      beam: "细竖线：可以打字",
      ring: "圆圈：等一等",
    },
    errands: {
      pick: "三筐都选上：每筐左键点一下。",
      open: "打开一筐：左键连点两下。",
      scroll: "窗口里往下滚：两指往上滑，或点“往下”。",
      menu: "{}：点右键，看它的菜单。",
      carry: "{}：按住左键，移到货车上，松开。",
    },
    said: {
      picked: "选上了，点一下就行。",
      again: "这筐选过了，换一筐。",
      once: "点一下是选。原地再点一下，就打开。",
      opened: "打开了。在电脑上，两下要挨得紧。",
      scrolled: "滚到底了。鼠标上有滚轮。",
      menu: "菜单里，能做的都有。",
      other: "这是另一筐，找有框的。",
      held: "拿住了。移到货车上，再松开。",
      buttons: "左键是选，右键看菜单，按住才能搬。",
      carried: "上车了，啥也没坏。",
      dropped: "没放到车上，又回去了。",
      link: "链接点一下就够，点两下可能下两单。",
      aim: "先把箭头尖放到筐子上。",
    },
    slide: "在这里滑，箭头就跟着走。",
    pad: "触摸板：方向键、回车、Page Down",
    buttons: {
      left: "左键",
      right: "右键",
      scroll: "往下",
      hold: "按住左键",
      drop: "松开左键",
      next: "指到下一样",
    },
    note: "给小华打",
    link: "我的店",
    menu: ["打开", "改名"],
  },
};
