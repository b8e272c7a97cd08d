// What is typed, in either language, and the few words that this keyboard knows.
import type { Line } from "../../app/engine/typing.ts";

export const rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

const dictionary = {
  ganxianggu: ["干香菇"],
  gxg: ["干香菇"],
  xianggu: ["香菇"],
  gan: ["干", "感", "赶", "敢"],
  xiang: ["香", "想", "向", "乡"],
  gu: ["菇", "古", "故", "谷"],
  ke: ["克", "可", "课", "刻"],
  yuan: ["元", "园", "远", "院"],
};

export const lines: { [language in "en" | "zh-hans"]: Line } = {
  en: {
    target: "Dried mushrooms 500 g ¥45",
    dictionary,
    mistakes: {
      hand: [
        ...([
          ["Dr", "Br"],
          ["rooms", "rcoms"],
          ["500", "600"],
        ] as [string, string][]),
        ...([
          ["g", "q"],
          ["¥", "Y"],
          ["45", "4.5"],
        ] as [string, string][]),
      ],
      voice: [
        ["500", "50"],
        ["Dried", "Tried"],
        ["¥", "¥4"],
      ],
    },
  },
  "zh-hans": {
    target: "干香菇 500克 45元",
    dictionary,
    mistakes: {
      hand: [
        ["干", "千"],
        ["菇", "茹"],
        ["500", "50"],
        ["克", "兑"],
        ["45", "4.5"],
        ["元", "无"],
      ],
      voice: [
        ["500", "50"],
        ["干", "甘"],
        ["45", "405"],
      ],
    },
  },
};
