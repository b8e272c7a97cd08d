import type { DeckWords } from "../shared/deck.tsx";
import { partsOf } from "./cards.ts";
import type { App, Asked } from "./cards.ts";

interface Said {
  apps: { [app in App]: string };
  asks: { [what in Asked]: string };
  why: { [card: string]: string };
  tempts: { allow: string; refuse: string };
}

const en: Said = {
  apps: { torch: "Torch app", courier: "Courier app", shop: "Seller app", lessons: "This learning app" },
  asks: {
    camera: "wants to use the camera.",
    contacts: "wants to read your contacts.",
    location: "wants to know where you are.",
    storage: "wants to see the photos on this phone.",
  },
  why: {
    "torch-contacts": "Light needs no names.",
    "torch-location": "It shines anywhere without knowing where.",
    "torch-storage": "Light needs no photos.",
    "courier-camera": "It scans the label of your parcel.",
    "courier-contacts": "One address typed in is enough.",
    "courier-location": "It finds the nearest station. Only while you use it.",
    "courier-storage": "You send the photo of a wet parcel. Choose that one photo.",
    "shop-storage": "You put photos of your goods on the page. Choose just those.",
    "shop-camera": "You photograph your goods with it.",
    "shop-contacts": "Buyers find your shop without your relatives’ numbers.",
    "lessons-contacts": "Learning needs nobody’s number. We never ask for it.",
    "lessons-location": "Lessons are the same everywhere. We never ask for it.",
  },
  tempts: {
    allow: "Many allow everything, so that the app works.",
    refuse: "Careful is good. But here it helps you.",
  },
};

const zh: Said = {
  apps: { torch: "手电筒应用", courier: "快递应用", shop: "卖家应用", lessons: "这个学习应用" },
  asks: {
    camera: "想用相机。",
    contacts: "想看通讯录。",
    location: "想知道你在哪。",
    storage: "想看手机里的照片。",
  },
  why: {
    "torch-contacts": "照亮用不着别人的号码。",
    "torch-location": "在哪都能亮，不用知道位置。",
    "torch-storage": "照亮用不着照片。",
    "courier-camera": "扫一扫包裹上的单子。",
    "courier-contacts": "地址自己填一个就够了。",
    "courier-location": "好找最近的驿站，只在用的时候给。",
    "courier-storage": "包裹湿了要传照片，只选那一张。",
    "shop-storage": "上架要放商品照片，只选这几张。",
    "shop-camera": "拍商品照片要用它。",
    "shop-contacts": "买家找店，用不着亲戚的号码。",
    "lessons-contacts": "学习不用谁的号码，我们不会要。",
    "lessons-location": "在哪学都一样，我们不会要。",
  },
  tempts: { allow: "很多人怕用不了，就全点了允许。", refuse: "小心是好的，可这个真用得上。" },
};

const deck = ({ apps, asks, why, tempts }: Said, gap: string) => ({
  face: (card: { id: string }): [string, string] => {
    const [app, what] = partsOf(card);
    return [apps[app], asks[what]];
  },
  why: ({ id }: { id: string }) => why[id] as string,
  tempts: (_: unknown, bin: string) => tempts[bin as "allow" | "refuse"],
  listed: (card: { id: string }) => {
    const [app, what] = partsOf(card);
    return `${apps[app]}${gap}${asks[what]}`;
  },
});

export const words: { [language in "en" | "zh-hans"]: DeckWords } = {
  en: {
    title: "Who may look at what?",
    rule: "Twelve cards. Reached when each lies where it belongs. Take your time.",
    won: "Done. You give only what is needed.",
    ask: () => "Does it need that?",
    bins: { allow: "Allow", refuse: "Refuse" },
    ...deck(en, " "),
  },
  "zh-hans": {
    title: "谁能看什么？",
    rule: "十二张卡，张张放对就成了，不用急。",
    won: "做到了，用得着的才给。",
    ask: () => "它用得着吗？",
    bins: { allow: "允许", refuse: "不允许" },
    ...deck(zh, ""),
  },
};
