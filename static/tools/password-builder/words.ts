import type { Word } from "./play.ts";

export interface Words {
  title: string;
  rule: string;
  won: string;
  ask: string;
  tiles: { [word in Word]: string };
  none: string;
  gap: string;
  meter: string;
  strength: [string, string, string, string];
  tries(count: number): string;
  near: string;
  onward: string;
  more: string;
  kept: string;
  caller: string;
  /** What the voice says or what there is to do, the answers "yes" and "no", what is said to who takes the other one. */
  call: { [turn: string]: [string, string, string, string] };
  safe: string;
}

const counted = (count: number, units: [number, string][], many: string): string => {
  const [size, name] = units.filter(([each]) => count >= each)[0] || [1, ""];
  return `${count / size}${name}${many}`;
};

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "A password of words",
    rule: "First the words, then a call. The words stay on this screen: none is kept or sent.",
    won: "Done. At home, make your own with other words.",
    ask: "Tap four words that have nothing to do with each other, or with you.",
    tiles: {
      ...{
        kettle: "kettle",
        cloud: "cloud",
        drum: "drum",
        ladder: "ladder",
        goose: "goose",
        pepper: "pepper",
      },
      ...{ bridge: "bridge", button: "button", moon: "moon", basket: "basket", whistle: "whistle" },
      ...{ stone: "stone", name: "my name", year: "my birth year", village: "my village", first: "123456" },
    },
    none: "No word yet",
    gap: " ",
    meter: "How hard it is to guess",
    strength: ["Nothing to guess yet", "Found at once", "Found with patience", "Too many tries for anybody"],
    tries: (count) =>
      counted(
        count,
        [
          [1e12, " trillion"],
          [1e9, " billion"],
          [1e6, " million"],
        ],
        " tries",
      ),
    near: "Neighbours know that, so it adds little.",
    onward: "I can remember these",
    more: "Take a few more words",
    kept: "Your words are with you alone. Now the phone rings.",
    caller: "“Customer service”",
    call: {
      code: [
        "Your account is locked. Read me the code in your messages.",
        "Read the code to him",
        "Keep the code to myself",
        "He sounds helpful. But who has the code has the account.",
      ],
      hurry: [
        "In ten minutes everything is gone!",
        "Hang up",
        "Stay on the line",
        "Hurry is his tool. Hanging up costs you nothing.",
      ],
      check: [
        "It is quiet. How do you find out whether the account is locked?",
        "Open the app myself",
        "Call the number he left",
        "There he answers again. Go a way that you know.",
      ],
    },
    safe: "Yes. The code stays with you, and you look for yourself.",
  },
  "zh-hans": {
    title: "用词做密码",
    rule: "先选词，再接个电话。词只在这个屏幕上，不存也不传。",
    won: "做到了。回家换别的词，做个自己的。",
    ask: "点四个词，彼此不相干，和你也不相干。",
    tiles: {
      ...{ kettle: "水壶", cloud: "白云", drum: "锣鼓", ladder: "梯子", goose: "大鹅", pepper: "辣椒" },
      ...{ bridge: "石桥", button: "纽扣", moon: "月亮", basket: "竹筐", whistle: "哨子", stone: "石头" },
      ...{ name: "我的名字", year: "出生年份", village: "村名", first: "123456" },
    },
    none: "还没有词",
    gap: " ",
    meter: "有多难猜",
    strength: ["还没什么可猜", "一猜就中", "有耐心就猜得到", "谁也试不完"],
    tries: (count) =>
      `要试${counted(
        count,
        [
          [1e12, "万亿"],
          [1e8, "亿"],
          [1e4, "万"],
        ],
        "次",
      )}`,
    near: "这个邻居都知道，难不了多少。",
    onward: "这几个词我记得住",
    more: "再选几个词",
    kept: "词只有你知道，用的时候打拼音。这时电话响了。",
    caller: "“客服”",
    call: {
      code: [
        "你的账号锁了，把短信里的码念给我。",
        "念给他",
        "码自己留着",
        "听着像帮忙，可谁有码，谁就有账号。",
      ],
      hurry: ["再过十分钟，东西就全没了！", "挂电话", "接着听", "他就靠催。挂了电话，你什么也不少。"],
      check: [
        "安静了。账号锁没锁，怎么查？",
        "自己打开应用看",
        "打他留的号码",
        "接的还是他。走你自己认识的路。",
      ],
    },
    safe: "对，码没给人，自己去看了。",
  },
};
