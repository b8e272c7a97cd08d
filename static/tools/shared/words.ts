// What every practice with dials and steps says.

export interface Common {
  less: string;
  more: string;
  undo: string;
  start: string;
  next: string;
}

export const common: { [language in "en" | "zh-hans"]: Common } = {
  en: {
    less: "Less",
    more: "More",
    undo: "One step back",
    start: "Back to the start",
    next: "Next mission",
  },
  "zh-hans": { less: "减少", more: "增加", undo: "退一步", start: "回到开头", next: "下一个任务" },
};
