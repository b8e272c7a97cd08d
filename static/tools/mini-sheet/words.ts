import type { Was } from "./play.ts";

export interface Words {
  title: string;
  rule: string;
  won: string;
  sheet: string;
  /** Columns A to F. */
  heads: [string, string, string, string, string, string];
  all: string;
  count: string;
  /** What to do, task by task; the last one is to find. */
  tasks: [string, string, string, string, string];
  end: string;
  done: [string, string, string, string];
  was: { [why in Exclude<Was, "right">]: string };
  unit: string;
  keys: { "*": string; "=": string; back: string; enter: string };
  bar: string;
  nothing: string;
  cell(name: string, shown: string): string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Does the shop earn?",
    rule: "Seven orders of shiitake at ¥45 a bag. Fill four cells, then find the order that lost money.",
    won: "Done. ¥630 came in, ¥188 are left. Sales are not yet what you earn.",
    sheet: "Cash book",
    heads: ["No.", "Bags", "Price", "In", "Cost", "Left"],
    all: "All",
    count: "Tasks done",
    tasks: [
      "Order 3: goods 25, packing 2, freight 6. Tap E4, write 33, then ✓.",
      "Order 6: goods 50, packing 4, freight 8. Write 62 in E7, then ✓.",
      "What did order 7 bring in? In D8: tap = B8 × C8 ✓.",
      "What is left of all? In F9: tap SUM, F2, F8, ✓.",
      "One order sold, and lost money. Look down column F and tap it.",
    ],
    end: "Order 5 brought in 45 and cost 49: far away, with ¥22 freight. The table saw it.",
    done: [
      "33 stands there. And F4 counted by itself: 12 are left.",
      "62 stands there. F7 counted too: 28.",
      "4 bags × 45 = 180. Change the bags, and it counts again.",
      "188 are left. SUM took seven cells, with both ends.",
    ],
    was: {
      word: "“Yuan” makes it a word, and words are not counted. Write the number alone.",
      other: "It counts, but something else comes out. Look once more which number or cell is meant.",
      sign: "A table counts only what begins with =. Take it out with ⌫, and begin with =.",
      broken: "Something is missing in the formula. ⌫ takes out the last piece.",
      elsewhere: "First tap the cell with the dashed edge. Then write.",
      itself: "A cell cannot count itself. Tap the others.",
      earned: "This one has something left. Look in column F for a minus.",
    },
    unit: "yuan",
    keys: {
      "*": "times",
      "=": "equals",
      back: "Take out the last",
      enter: "Done with this cell",
    },
    bar: "In the cell",
    nothing: "Tap a cell",
    cell: (name, shown) => `${name}: ${shown || "empty"}`,
  },
  "zh-hans": {
    title: "这店赚没赚？",
    rule: "七笔香菇订单，一袋¥45。填好四个格，再找出亏钱的那单。",
    won: "做到了，收进来630，剩下188。卖得多，不等于赚得多。",
    sheet: "流水账",
    heads: ["单", "袋数", "单价", "收入", "成本", "剩下"],
    all: "合计",
    count: "做完的",
    tasks: [
      "第3单：货25，包装2，运费6。点E4，写33，再点✓。",
      "第6单：货50，包装4，运费8。在E7写62，再点✓。",
      "第7单收了多少？点D8，再点= B8 × C8 ✓。",
      "一共剩多少？点F9，再点SUM、F2、F8、✓。",
      "有一单卖是卖了，却亏了。顺着F列往下看，点它。",
    ],
    end: "第5单收45，花了49：路远，运费就要22。表一算就看出来了。",
    done: [
      "33写上了。F4自己就算好了：剩12。",
      "62写上了。F7也算好了：剩28。",
      "4袋 × 45 = 180。袋数一改，它自己重算。",
      "一共剩188。SUM把七个格都加了，两头也算。",
    ],
    was: {
      word: "带了“元”就成了字，字没法算。只写数就行。",
      other: "算是算了，数不对。再看看是哪个数、哪个格。",
      sign: "要用=开头，表才会算。点⌫退掉，从=写起。",
      broken: "式子还缺一点。点⌫退一个，再补上。",
      elsewhere: "先点虚线框的那个格，再写。",
      itself: "格子不能算自己，点别的格。",
      earned: "这单有得剩。看看F列，哪个带减号？",
    },
    unit: "元",
    keys: { "*": "乘", "=": "等号", back: "退掉一个", enter: "这格写好了" },
    bar: "格子里写的",
    nothing: "点一个格",
    cell: (name, shown) => `${name}：${shown || "空"}`,
  },
};
