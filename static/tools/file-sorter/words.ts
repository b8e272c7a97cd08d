import type { Card } from "../../app/engine/sorting.ts";
import type { DeckWords } from "../shared/deck.tsx";
import { fileOf, isNaming } from "./cards.ts";
import type { File, Folder, Name, Renamed } from "./cards.ts";

interface Said {
  /** Name, and what is in it. */
  files: { [file in Exclude<File, `${Renamed}-name`>]: [string, string] };
  names: { [file in Renamed]: { [name in Name]: string } };
  folders: { [folder in Folder]: string };
  why: { [folder in Folder]: string };
  askName: string;
  askFolder: string;
  whyName: string;
  temptsName: { plain: string; newest: string };
  temptsFolder: string;
}

const en: Said = {
  files: {
    shiitake: ["2026-11-03_dried-shiitake_front.jpg", "Photo: dried shiitake from the front."],
    licence: ["licence_2026.pdf", "Your business licence."],
    honey: ["IMG_0031.jpg", "Photo of 3 November: honey from the front."],
    packed: ["2026-11-05_parcel-0412_packed.jpg", "Photo: how you packed parcel 0412."],
    birthday: ["birthday-grandson.mp4", "A film of the party."],
    prices: ["prices_2026-11.xlsx", "A table: what your goods cost."],
    contract: ["new-new-final.docx", "Contract with the courier, of 1 October."],
    broken: ["2026-11-08_parcel-0417_broken.mp4", "Film: how parcel 0417 came back."],
    kiwi: ["2026-11-03_kiwi_box.jpg", "Photo: kiwi in the box."],
    festival: ["spring-festival.jpg", "Photo: everybody at the table."],
    orders: ["orders_2026-11.xlsx", "A table: who ordered what."],
    "id-copy": ["id-card_copy.pdf", "A copy of your ID card."],
  },
  names: {
    honey: { plain: "photo-honey.jpg", dated: "2026-11-03_honey_front.jpg", newest: "best-new.jpg" },
    contract: {
      plain: "contract.docx",
      dated: "2026-10-01_courier_contract.docx",
      newest: "really-final.docx",
    },
  },
  folders: {
    goods: "Photos of goods",
    papers: "Papers",
    numbers: "Prices and orders",
    proofs: "Parcel proofs",
    family: "Family",
  },
  why: {
    goods: "Photos of goods lie together, ready for the shop page.",
    papers: "Papers lie together. Offices ask for them.",
    numbers: "You compare these numbers every week.",
    proofs: "When a parcel arrives broken, you find the proof at once.",
    family: "Family things stay apart from the shop.",
  },
  askName: "Which name still helps in one year?",
  askFolder: "Which folder?",
  whyName: "With the day and the product, files sort themselves.",
  temptsName: { plain: "Short, but soon there are ten of them.", newest: "Tomorrow there is a newer one." },
  temptsFolder: "There you would search for it long.",
};

const zh: Said = {
  files: {
    shiitake: ["2026-11-03_干香菇_正面.jpg", "照片：干香菇正面。"],
    licence: ["营业执照_2026.pdf", "你的营业执照。"],
    honey: ["IMG_0031.jpg", "11月3日拍的蜂蜜，正面。"],
    packed: ["2026-11-05_包裹0412_装好.jpg", "照片：0412号包裹怎么装的。"],
    birthday: ["孙子生日.mp4", "生日那天的视频。"],
    prices: ["价格表_2026-11.xlsx", "表格：每样货卖多少钱。"],
    contract: ["新新最终.docx", "10月1日和快递签的合同。"],
    broken: ["2026-11-08_包裹0417_破损.mp4", "视频：0417号包裹退回来的样子。"],
    kiwi: ["2026-11-03_猕猴桃_装箱.jpg", "照片：装箱的猕猴桃。"],
    festival: ["过年.jpg", "照片：一家人吃年夜饭。"],
    orders: ["订单_2026-11.xlsx", "表格：谁买了什么。"],
    "id-copy": ["身份证_复印件.pdf", "身份证的复印件。"],
  },
  names: {
    honey: { plain: "蜂蜜照片.jpg", dated: "2026-11-03_蜂蜜_正面.jpg", newest: "最新最好.jpg" },
    contract: { plain: "合同.docx", dated: "2026-10-01_快递合同.docx", newest: "真的最终版.docx" },
  },
  folders: {
    goods: "商品照片",
    papers: "证件合同",
    numbers: "价格订单",
    proofs: "包裹凭证",
    family: "家里的",
  },
  why: {
    goods: "商品照片放一起，上架就拿得到。",
    papers: "证件合同放一起，办事随时要用。",
    numbers: "这些数，每星期都要对一对。",
    proofs: "包裹破了，凭证马上找得到。",
    family: "家里的和店里的分开放。",
  },
  askName: "过一年，哪个名字还管用？",
  askFolder: "放哪个文件夹？",
  whyName: "有日期、有货名，文件自己就排好了。",
  temptsName: { plain: "短是短，过几天就有十个一样的。", newest: "明天又有更新的。" },
  temptsFolder: "放那里，回头不好找。",
};

const deck = (said: Said) => {
  const nameOf = (card: Card, placed: Card[]): string => {
    const file = fileOf(card);
    const isNamed = placed.some(({ id }) => id === `${file}-name`);
    return isNamed ? said.names[file as Renamed].dated : said.files[file as keyof Said["files"]][0];
  };
  return {
    ask: (card: Card) => (isNaming(card) ? said.askName : said.askFolder),
    bins: said.folders,
    called: (card: Card, bin: string) =>
      isNaming(card) ? said.names[fileOf(card) as Renamed][bin as Name] : said.folders[bin as Folder],
    face: (card: Card, placed: Card[]): [string, string] => [
      nameOf(card, placed),
      said.files[fileOf(card) as keyof Said["files"]][1],
    ],
    why: (card: Card) => (isNaming(card) ? said.whyName : said.why[card.bin as Folder]),
    tempts: (card: Card, bin: string) =>
      isNaming(card) ? said.temptsName[bin as "plain" | "newest"] : said.temptsFolder,
  };
};

export const words: { [language in "en" | "zh-hans"]: DeckWords } = {
  en: {
    title: "Put twelve files away",
    rule: "Twelve files, five folders, two bad names: reached when all are in place. Tap a folder, or drag the file by its picture.",
    won: "Done. You find everything again, even in a year.",
    ...deck(en),
  },
  "zh-hans": {
    title: "收拾十二个文件",
    rule: "十二个文件，五个文件夹，两个要改名，都放好就成了。点文件夹，或者拖文件的图标过去。",
    won: "做到了，过一年也找得到。",
    ...deck(zh),
  },
};
