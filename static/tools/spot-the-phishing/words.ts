import type { Id } from "./messages.ts";

export interface Words {
  title: string;
  rule: string;
  won: string;
  ask: string;
  real: string;
  yes: string;
  /** Said to who took a real one for false, a false one for real, or another part for the sign. */
  isReal: string;
  isFalse: string;
  otherSign: string;
  sign: string;
  gap: string;
  count: string;
  again: string;
  next: string;
  end: string;
  seen(right: number): string;
  falseOnes: string;
  realOnes: string;
  /** Who sent it, two sentences, and what there is to know about it. */
  messages: { [id in Id]: [string, string, string, string] };
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Real or false?",
    rule: "Twelve messages came. Ten of twelve are enough, and at most two real ones taken for false.",
    won: "Done. You see the sign, and you let real messages be real.",
    ask: "Is something wrong? Tap the sentence that gives it away.",
    real: "It is real",
    yes: "Yes.",
    isReal: "Careful is good, but this one is real.",
    isFalse: "It sounds real. But one sentence gives it away.",
    otherSign: "False, yes. But the sign is another sentence.",
    sign: "The sign:",
    gap: " ",
    count: "Messages seen rightly",
    again: "Look at the others once more",
    next: "Next message",
    end: "How many did I see?",
    seen: (right) => `You saw ${right} of 12.`,
    falseOnes: "False",
    realOnes: "Real",
    messages: {
      fee: [
        "Courier, +86 170 …",
        "Your parcel waits at our station.",
        "Pay ¥1.50 at kd-fee.example or it goes back.",
        "A courier asks for no fee through a link. Open the courier’s app yourself.",
      ],
      order: [
        "Your seller app",
        "New order: two bags of dried shiitake.",
        "Please send it by tomorrow evening.",
        "No link, no code, no hurry in minutes. Open your seller app and look.",
      ],
      closing: [
        "Platform service",
        "Your shop will be closed today.",
        "Log in here: shop.mogu.example.pay-safe.example",
        "Read an address from the right: this one belongs to pay-safe.example.",
      ],
      bank: [
        "Your bank",
        "¥320.00 came in on your card ending 0391.",
        "Balance: ¥1,204.50.",
        "It asks for nothing. Look in the bank’s app if you want to be sure.",
      ],
      friend: [
        "Unknown number",
        "It is me, Hua. This is my new number.",
        "Lend me ¥3,000 right now, and tell nobody.",
        "Hurry and secrecy. Call Hua on the number you know.",
      ],
      pickup: [
        "Village post station",
        "Your parcel is here, pick-up code 5-2-118.",
        "Open until 19:00.",
        "It asks for nothing. You go there anyway.",
      ],
      subsidy: [
        "Farm subsidy office",
        "¥2,000 of subsidy are ready for you.",
        "Write your card number and PIN before 18:00.",
        "No office needs your PIN, and none counts the hours.",
      ],
      code: [
        "Your wallet",
        "Your code is 482 913.",
        "Never tell it to anybody, not even to us.",
        "You asked for it to sign in. It even says: for you alone.",
      ],
      screen: [
        "Customer service",
        "We give you back twice the price of your order.",
        "Put in our meeting app and share your screen.",
        "Who sees your screen sees your passwords and codes.",
      ],
      prize: [
        "Lucky draw",
        "You won a new phone.",
        "Send ¥99 for tax first, then we post it.",
        "Money first, prize later: the prize never comes.",
      ],
      sister: [
        "Your sister, from her number",
        "I bring the scales to the market on Sunday.",
        "Call me tonight.",
        "Her number, her voice, no money. She is just your sister.",
      ],
      police: [
        "96110, anti-fraud line",
        "Your account is part of a case.",
        "Move your money to the safe account.",
        "Pick up when 96110 calls. But it never asks for money: there is no safe account.",
      ],
    },
  },
  "zh-hans": {
    title: "是真，是假？",
    rule: "来了十二条消息。看对十条就成，真的当成假的，最多两条。",
    won: "做到了，哪里露馅你看得出，真的也不冤枉。",
    ask: "有没有不对？哪句露馅，就点哪句。",
    real: "这条是真的",
    yes: "对。",
    isReal: "小心是好的，这条是真的。",
    isFalse: "听着像真的，可有一句露了馅。",
    otherSign: "是假的，露馅的却是另一句。",
    sign: "露馅的：",
    gap: "",
    count: "看对了的消息",
    again: "没看对的再看一遍",
    next: "下一条",
    end: "看对了几条？",
    seen: (right) => `12条里你看对了${right}条。`,
    falseOnes: "假的",
    realOnes: "真的",
    messages: {
      fee: [
        "快递，170开头的号",
        "你的包裹到站点了。",
        "点 kd-fee.example 付¥1.50，不付就退回。",
        "快递不会发链接收钱，自己打开快递应用看。",
      ],
      order: [
        "你的卖家应用",
        "新订单：干香菇两袋。",
        "请在明天傍晚前发货。",
        "没链接，不要码，也不催你，打开卖家应用看看就行。",
      ],
      closing: [
        "平台客服",
        "你的店今天要被关了。",
        "在这里登录：shop.mogu.example.pay-safe.example",
        "网址从右往左看，它是pay-safe.example家的。",
      ],
      bank: [
        "你的银行",
        "尾号0391的卡收到¥320.00。",
        "余额¥1204.50。",
        "什么也没要，想放心就打开银行应用看。",
      ],
      friend: [
        "陌生号码",
        "我是小华，这是我的新号。",
        "马上借我¥3000，别跟人说。",
        "又急又要瞒人。用你记得的号打给小华。",
      ],
      pickup: ["村里的驿站", "你的包裹到了，取件码5-2-118。", "开到19点。", "什么也没要，反正你要去取。"],
      subsidy: [
        "农业补贴办",
        "你有¥2000补贴可领。",
        "18点前把卡号和密码填上来。",
        "办事的不要你的密码，也不掐着钟点。",
      ],
      code: [
        "你的钱包应用",
        "验证码482913。",
        "谁要都别给，包括我们。",
        "是你自己要登录，它还提醒你只给自己用。",
      ],
      screen: [
        "客服",
        "你的订单，我们双倍退钱。",
        "装上我们的会议软件，共享屏幕。",
        "看得到你的屏幕，就看得到密码和验证码。",
      ],
      prize: [
        "幸运抽奖",
        "恭喜，你中了一部新手机。",
        "先交¥99的税，马上给你寄。",
        "先要钱的奖，从来不会来。",
      ],
      sister: [
        "姐姐，她自己的号",
        "星期天赶集，秤我带。",
        "晚上给我打个电话。",
        "是她的号，不要钱，就是你姐姐。",
      ],
      police: [
        "96110，反诈专线",
        "你的账户牵涉一个案子。",
        "把钱转到安全账户。",
        "96110来电要接，可它不会要你转钱，没有什么安全账户。",
      ],
    },
  },
};
