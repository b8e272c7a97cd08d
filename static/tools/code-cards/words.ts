import type { DeckWords } from "../shared/deck.tsx";
import type { Code } from "./cards.ts";

/** What stands on a card, where it happens, why it belongs there, why the other place tempts. */
type Said = { [code in Code]: [string, string, string, string] };

const en: Said = {
  stall: [
    "Receive code",
    "Printed, on your stall.",
    "This code only brings money to you.",
    "Codes feel secret.",
  ],
  caller: [
    "Pay code",
    "A caller wants a photo of it, for a refund.",
    "It is like cash: whoever has it can charge you.",
    "A refund sounds good.",
  ],
  cashier: [
    "Pay code",
    "You pay in a shop, at the cashier’s scanner.",
    "Here you pay, and you see the amount.",
    "Care is right, but this is its use.",
  ],
  digits: [
    "18 digits under the pay code",
    "“Customer service” wants to hear them.",
    "The digits pay, just like the picture.",
    "They look like an order number.",
  ],
  message: [
    "Code from a text message",
    "“Support” asks for it, to help faster.",
    "It opens your account. It is for you alone.",
    "He sounds helpful.",
  ],
  pin: [
    "Payment PIN",
    "A buyer says: type it here to receive ¥50.",
    "A PIN is for paying. Receiving needs none.",
    "Fifty yuan wait, it seems.",
  ],
  page: [
    "Code of your shop page",
    "On a note in every parcel.",
    "It only opens your page.",
    "Codes feel secret.",
  ],
  parcel: [
    "Parcel number",
    "Your buyer asks where the parcel is.",
    "With it the buyer sees the way of the parcel.",
    "It is only for this buyer, and harmless there.",
  ],
  login: [
    "Sign-in code of your shop",
    "A stranger wants you to scan his.",
    "Scan it, and he sits in your shop.",
    "Scanning is quickly done.",
  ],
  pickup: [
    "Pick-up code",
    "Your sister fetches the parcel for you.",
    "You know her and you asked her.",
    "With a stranger you would be right.",
  ],
};

const zh: Said = {
  stall: ["收款码", "印好，贴在摊位上。", "收款码只会把钱收进来。", "码看着都像秘密。"],
  caller: ["付款码", "来电说要退款，让你截图。", "付款码就像现金，谁拿到谁能扣钱。", "听说退钱，谁都高兴。"],
  cashier: [
    "付款码",
    "在店里付钱，对着收银员的扫码枪。",
    "是你在付钱，金额也看得见。",
    "小心没错，可它就是这么用的。",
  ],
  digits: ["付款码下的18位数字", "“客服”让你念给他听。", "数字和图一样，念了就能扣钱。", "看着像订单号。"],
  message: ["短信验证码", "“客服”要，说这样办得快。", "它能打开你的账号，只给自己用。", "听着像在帮忙。"],
  pin: ["支付密码", "买家说：输密码就能收¥50。", "密码是付钱用的，收钱不用输。", "好像50块就到手了。"],
  page: ["店铺二维码", "印在每个包裹的小卡片上。", "扫了只会打开你的店。", "码看着都像秘密。"],
  parcel: ["快递单号", "买家问包裹到哪了。", "有单号，买家就能查到包裹。", "只给这位买家，没有坏处。"],
  login: ["店铺登录码", "陌生人让你扫一扫他的码。", "你一扫，他就进了你的店。", "扫一下很顺手。"],
  pickup: ["取件码", "请姐姐帮你取包裹。", "人你认识，也是你请的。", "要是陌生人，就对了。"],
};

const deck = (said: Said) => ({
  face: ({ id }: { id: string }): [string, string] => {
    const [name, line] = said[id as Code];
    return [name, line];
  },
  why: ({ id }: { id: string }) => said[id as Code][2],
  tempts: ({ id }: { id: string }) => said[id as Code][3],
});

export const words: { [language in "en" | "zh-hans"]: DeckWords } = {
  en: {
    title: "Show it, or never show it?",
    rule: "Ten cards, all empty. Reached when each lies where it belongs. Take your time.",
    won: "Done. You know which code pays and which receives.",
    ask: () => "What do you do?",
    bins: { show: "Show it", never: "Never show it" },
    ...deck(en),
  },
  "zh-hans": {
    title: "能给，还是不能给？",
    rule: "十张卡，都是空的。张张放对就成了，不用急。",
    won: "做到了，哪个码付钱，哪个码收钱，你分得清。",
    ask: () => "你怎么办？",
    bins: { show: "可以给", never: "不能给" },
    ...deck(zh),
  },
};
