import type { RoadWords } from "../shared/road.tsx";

export const words: { [language in "en" | "zh-hans"]: RoadWords } = {
  en: {
    title: "Open a shop at Mushroom Market",
    rule: "An invented market, and a sample ID card: nothing of yours is needed. Ten steps, and some traps.",
    won: "Done. The shop is open, in a safe order, and nobody has your code.",
    rounds: [],
    ask: "What do you do next?",
    steps: {
      account: ["Make an account with your own number", "Everything begins with an account of your own."],
      identity: ["Show who you are, with the sample ID card", "First you need an account."],
      bank: ["Link the bank card in your own name", "The market asks first who you are."],
      category: ["Choose the kind of shop and of goods", "First the market knows you and your card."],
      papers: [
        "Send in the licence, or the exemption notice",
        "Which paper you need depends on the kind of goods.",
      ],
      deposit: ["Pay the deposit inside the seller centre", "First the papers: perhaps no deposit is asked."],
      freight: ["Set what sending costs", "First the shop has to be yours: papers and deposit."],
      return: ["Write the address for returns", "First the shop has to be yours: papers and deposit."],
      product: ["Put in the first product", "Without freight and return address it sells at a wrong price."],
      test: ["Order one thing yourself, as a test", "There is nothing to order yet."],
      chat: ["Give the code to “support” in the chat", "Real support never needs your code."],
      fee: [
        "Pay a “refundable activation fee”",
        "Money goes through the seller centre alone, never to a helper.",
      ],
    },
  },
  "zh-hans": {
    title: "在“蘑菇集市”开店",
    rule: "集市是编的，身份证是样张，不用填你的东西。十步，还有陷阱。",
    won: "做到了，一步一步把店开好，验证码谁也没给。",
    rounds: [],
    ask: "接下来做什么？",
    steps: {
      account: ["用自己的手机号注册", "先要有自己的账号。"],
      identity: ["用样张身份证实名认证", "先要有账号。"],
      bank: ["绑自己名下的银行卡", "平台先要知道你是谁。"],
      category: ["选店铺类型和类目", "先认证、绑好卡。"],
      papers: ["交执照，或不用登记的声明", "卖什么，才知道要什么证。"],
      deposit: ["在商家后台交保证金", "先交证件，也许不用保证金。"],
      freight: ["设好运费", "先把证件和保证金办完。"],
      return: ["填退货地址", "先把证件和保证金办完。"],
      product: ["上架第一件商品", "没设运费和退货地址，价钱会卖错。"],
      test: ["自己下一单试试", "还没有东西可买。"],
      chat: ["把验证码发给“客服”", "真客服从不要验证码。"],
      fee: ["交“可退的激活费”", "钱只在商家后台交，不给别人。"],
    },
  },
};
