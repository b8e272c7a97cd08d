import type { DeckWords } from "../shared/deck.tsx";
import type { Edit } from "./cards.ts";

interface Said {
  /** What it is, what was done with the picture, and why that is as it is. */
  edits: { [edit in Edit]: [string, string, string] };
  tempts: { honest: string; misleads: string };
}

const en: Said = {
  edits: {
    cut: [
      "Dried shiitake",
      "The yard beside the tray is cut away.",
      "The goods stay as they are. Only the yard is gone.",
    ],
    colour: [
      "Honey",
      "The pale honey is coloured dark.",
      "She orders dark honey and gets pale. The money goes back.",
    ],
    bright: ["Eggs", "The dark photo is made as bright as day.", "By day the eggs look just like that."],
    spots: [
      "Fresh shiitake",
      "The mould spots are painted over.",
      "The mould is still there, and it travels in the parcel.",
    ],
    straight: [
      "Honey",
      "The crooked photo is turned straight.",
      "It is the same jar, and easier to look at.",
    ],
    cup: [
      "Kiwi",
      "A doll’s cup is put beside it, so that it looks huge.",
      "The size is invented. In her hand the kiwi is small.",
    ],
    ruler: ["Kiwi", "A ruler lies beside it: 6 cm.", "Now everybody can see how large it really is."],
    more: [
      "A box of eggs",
      "Two eggs in the box are copied: four become six.",
      "Six in the picture, four in the parcel: that is a false amount.",
    ],
    made: [
      "Dried shiitake",
      "A computer made the picture: AI. Nothing says so.",
      "It shows no goods of yours. And in China, pictures made by AI must carry a label.",
    ],
    smaller: [
      "Dried shiitake",
      "The file is made smaller, so that it loads at once.",
      "The goods look the same. Only the file is lighter.",
    ],
  },
  tempts: {
    honest: "Everybody wants it to look good.",
    misleads: "Careful is good. But not every change deceives.",
  },
};

const zh: Said = {
  edits: {
    cut: ["干香菇", "匾旁边的院子裁掉了。", "货还是那个货，只是院子没了。"],
    colour: ["蜂蜜", "浅色的蜜，调成了深色。", "人家要深的，收到浅的，钱得退。"],
    bright: ["鸡蛋", "照片太暗，调成白天那么亮。", "白天看，鸡蛋就是这个样。"],
    spots: ["鲜香菇", "霉点用笔涂没了。", "霉还在上面，跟着包裹寄走了。"],
    straight: ["蜂蜜", "拍歪了，转正了。", "还是那罐蜜，看着舒服些。"],
    cup: ["猕猴桃", "旁边摆个玩具小杯，显得果子特别大。", "大小是假的，拿到手里就小了。"],
    ruler: ["猕猴桃", "旁边放把尺子：6厘米。", "真有多大，一看就明白。"],
    more: ["一盒鸡蛋", "盒里的蛋复制了两个，四个变六个。", "图上六个，收到四个，这是数量作假。"],
    made: ["干香菇", "图是电脑做的（AI），也没写明。", "图里不是你的货。在中国，AI做的图还要标出来。"],
    smaller: ["干香菇", "文件改小了，点开就能看。", "货的样子没变，只是文件轻了。"],
  },
  tempts: {
    honest: "谁都想让图好看点。",
    misleads: "小心是好的，可不是改了就骗人。",
  },
};

const deck = ({ edits, tempts }: Said, colon: string) => ({
  face: ({ id }: { id: string }) => edits[id as Edit].slice(0, 2) as [string, string],
  listed: ({ id }: { id: string }) => edits[id as Edit].slice(0, 2).join(colon),
  why: ({ id }: { id: string }) => edits[id as Edit][2],
  tempts: (_: unknown, bin: string) => tempts[bin as "honest" | "misleads"],
});

export const words: { [language in "en" | "zh-hans"]: DeckWords } = {
  en: {
    title: "Honest, or not?",
    rule: "Ten pictures: left before, right as in the shop. Reached when each lies where it belongs.",
    won: "Done. A good picture shows what comes in the parcel.",
    ask: () => "Does she get what she sees?",
    bins: { honest: "Yes, honest", misleads: "No, it misleads" },
    ...deck(en, ": "),
  },
  "zh-hans": {
    title: "这样修图，实在不实在？",
    rule: "十组图：左边是原来的，右边是店里的。张张放对就成了。",
    won: "做到了。好图就是：看到啥，收到啥。",
    ask: () => "看到的和收到的，一样吗？",
    bins: { honest: "一样，实在", misleads: "不一样，骗眼睛" },
    ...deck(zh, "："),
  },
};
