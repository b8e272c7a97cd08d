import type { Said, Sheet } from "../../app/engine/editing.ts";

export interface Words {
  title: string;
  rule: string;
  won: string;
  count: string;
  toDo: string;
  /** The weight, the sentence that stands twice, the storage. */
  jobs: [string, string, string];
  sheets: { [sheet in Sheet]: string };
  acts: { [act: string]: string };
  gap: string;
  /** {} stands for what is selected or on the clipboard. */
  said: { [said in Said]: string };
  begin: string;
  clipboard: string;
  none: string;
  quote(text: string): string;
  faults: { [kind in "missing" | "twice" | "extra" | "order"]: string };
  back: string;
  on: string;
  longer: string;
  line: string;
  to: { [sheet in Sheet]: string };
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Tidy up a page",
    rule: "Reached when the page is right and saved. Every way there is fine.",
    won: "Done. Select first, then act: that works in every program.",
    count: "Lines that are right",
    toDo: "To mend",
    jobs: [
      "The weight: your notes say 500 g",
      "The origin stands there twice",
      "How to keep it is missing: put it before “Ships”",
    ],
    sheets: { page: "shiitake.docx", notes: "Your notes" },
    acts: { cut: "Cut", copy: "Copy", paste: "Paste", undo: "Undo", save: "Save" },
    gap: " ",
    said: {
      selected: "{} is selected. Tap it again for a cursor before it.",
      cursor: "The cursor stands here. Paste puts text here.",
      copied: "{} waits on the clipboard. The original stays.",
      cut: "{} is gone from here and waits on the clipboard.",
      pasted: "Pasted. It still waits on the clipboard.",
      undone: "One change back. Undo is the safest way to learn.",
      nothing: "Select first, then act: tap a word.",
      empty: "The clipboard is empty. Copy something first.",
      notes: "Your notes stay as they are. Copy from them.",
      original: "Nothing to undo: this is how it began.",
      fault: "",
      saved: "Saved, and everything is right: what, how much, where from, how to keep.",
    },
    begin: "Tap a word to select it. Slide along to select more.",
    clipboard: "Clipboard:",
    none: "empty",
    quote: (text) => `“${text}”`,
    faults: {
      missing: "Not there yet, word for word: {}",
      twice: "Stands there more than once: {}",
      extra: "All there, and a few words too many.",
      order: "All there, only the order: weight, origin, storage, shipping.",
    },
    back: "Cursor ←",
    on: "Cursor →",
    longer: "Select more",
    line: "Whole line",
    to: { page: "To the page", notes: "To the notes" },
  },
  "zh-hans": {
    title: "收拾一页文字",
    rule: "改对了，存好了，就成了。怎么改都行。",
    won: "做到了。先选，再动手，什么软件都一样。",
    count: "写对的行",
    toDo: "要改的",
    jobs: ["重量：便条上是500克", "产地写了两遍", "缺怎么存放：放到“两天内”前面"],
    sheets: { page: "香菇.docx", notes: "你的便条" },
    acts: { cut: "剪切", copy: "复制", paste: "粘贴", undo: "撤销", save: "保存" },
    gap: "",
    said: {
      selected: "选中了{}，再点一下，光标就到它前面。",
      cursor: "光标在这里，粘贴就贴在这里。",
      copied: "{}在剪贴板上等着，原文还在。",
      cut: "{}从这里拿走了，在剪贴板上等着。",
      pasted: "贴好了，剪贴板上还留着。",
      undone: "退回一步。有撤销，放心试。",
      nothing: "先选，再动手：点一个词。",
      empty: "剪贴板是空的，先复制点什么。",
      notes: "便条不改，只从里面复制。",
      original: "没什么可撤销，本来就是这样。",
      fault: "",
      saved: "存好了，都对：是什么、多重、哪里产、怎么存放。",
    },
    begin: "点一个词，就选中它。按着滑过去，能多选。",
    clipboard: "剪贴板：",
    none: "空的",
    quote: (text) => `“${text}”`,
    faults: {
      missing: "还缺这句，一字不差：{}",
      twice: "写了不止一遍：{}",
      extra: "都有了，还多出几个字。",
      order: "都有了，就差顺序：重量、产地、存放、发货。",
    },
    back: "光标←",
    on: "光标→",
    longer: "多选一点",
    line: "选整行",
    to: { page: "去文档", notes: "去便条" },
  },
};
