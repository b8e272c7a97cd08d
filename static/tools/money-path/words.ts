import type { TalkWords } from "../shared/talk.tsx";

type Both<W> = { [language in "en" | "zh-hans"]: W };

/** Where things are: with the buyer, at the platform or on the road, with the seller. */
export const spots: Both<{ who: string[]; coin: string[]; parcel: string[]; gap: string }> = {
  en: {
    who: ["Buyer", "Platform", "You"],
    coin: ["The money: with the buyer.", "The money: held by the platform.", "The money: with you."],
    parcel: ["The goods: with the buyer.", "The goods: on the road.", "The goods: with you."],
    gap: " ",
  },
  "zh-hans": {
    who: ["买家", "平台", "你"],
    coin: ["钱：在买家手里。", "钱：平台替你存着。", "钱：到你手里了。"],
    parcel: ["货：在买家手里。", "货：在路上。", "货：在你手里。"],
    gap: "",
  },
};

export const words: TalkWords = {
  title: ["Where is the money?", "钱在哪里？"],
  rule: ["You sell. Four orders. Reached when each ends well.", "你是卖家，来了四笔订单。笔笔有好结果就成。"],
  won: [
    "Done. You ship when the money is held, and trust no picture.",
    "做到了：钱存住了才发货，光看图不算数。",
  ],
  ask: ["What do you do?", "你怎么办？"],
  talks: {
    first: ["Order 1: dried shiitake", "第1单：干香菇", "¥68", "¥68"],
    broken: ["Order 2: a jar of honey", "第2单：一罐蜂蜜", "¥45", "¥45"],
    picture: ["Order 3: three sacks of nuts", "第3单：三袋核桃", "¥300", "¥300"],
    outside: ["Order 4: rice wine", "第4单：米酒", "¥90", "¥90"],
  },
  turns: {
    new: ["A new order. It says: not paid yet.", "来了新订单，上面写着：待付款。"],
    held: ["It says: paid. The platform holds the money.", "订单写着：已付款。钱在平台存着。"],
    sent: ["The parcel has arrived.", "包裹送到了。"],
    broken: ["“The jar came broken. Here is a photo.”", "“罐子碎了，照片发你。”"],
    picture: ["“I have paid! Look at the picture. Ship today, please.”", "“钱付了，你看截图！今天就发吧。”"],
    looked: ["Your order list says: not paid.", "你的订单列表写着：待付款。"],
    outside: ["“I send it straight to your bank card. That is quicker.”", "“钱直接打你银行卡，更快。”"],
  },
  replies: {
    early: ["Ship now, to be quick", "抢个快，先发货"],
    until: ["Wait until it says: paid", "等它写“已付款”"],
    hold: [
      "Wait until the money is with me",
      "等钱到我手里再发",
      "It comes to you only after the goods have come to her. Held is safe.",
      "她收到货，钱才到你手里。平台存着，跑不了。",
    ],
    send: [
      "Pack and ship",
      "打包，发货",
      "This is the moment: the money is there, and safe for both.",
      "就是这时候：钱存住了，两边都放心。",
    ],
    twice: [
      "Ask for ¥10 more",
      "再要¥10",
      "She has paid all of it. Nothing more is owed.",
      "她已经付清了，不能再要。",
    ],
    wait: ["Wait until she confirms", "等她确认收货"],
    own: ["Send ¥45 from my own wallet", "从我钱包转她¥45"],
    deny: [
      "Sold is sold",
      "货已卖出，不管",
      "Broken goods are yours to put right. And the money is still held.",
      "碎了该你管。再说钱还在平台存着。",
    ],
    agree: ["Agree to the refund in the order", "在订单里同意退款"],
    trust: ["There is a picture: ship", "有图就行，发货"],
    another: [
      "Ask for one more picture",
      "叫他再发一张图",
      "One more picture is as quickly made as the first.",
      "再来一张，也是几秒钟就做得出。",
    ],
    look: [
      "Look into my own order list",
      "看自己的订单列表",
      "Only your own list or wallet tells.",
      "钱到没到，只看自己的订单和钱包。",
    ],
    anyway: ["Ship all the same", "还是发吧"],
    tell: ["Write: I ship once it says paid", "回他：写“已付款”就发"],
    card: ["Send her my card number", "把卡号发给她"],
    inside: [
      "Ask her to pay in the order",
      "请她在订单里付",
      "In the order the money is held, and everything is written down.",
      "在订单里付，钱有人存，事有记录。",
    ],
  },
  ends: {
    unpaid: [
      "The parcel is gone, and the money never came. Paid first, then the parcel.",
      "货走了，钱没来。先付款，后发货。",
    ],
    released: [
      "She confirms, and the platform passes the money on to you.",
      "她点了确认收货，平台把钱转给你。",
    ],
    both: ["The held money goes back to her too. You paid it twice.", "存着的钱也退给了她，你付了两回。"],
    refunded: [
      "The held money goes back to her. No dispute, and all is written down.",
      "存着的钱退给她，不吵不闹，都有记录。",
    ],
    faked: [
      "The parcel is gone. The picture was made on a phone, and no money came.",
      "货走了，图是手机上做的，一分钱没到。",
    ],
    kept: ["He writes no more. Your nuts are still in your house.", "他不吭声了，核桃还在你家里。"],
    naked: [
      "No order, nothing held, no record. In a dispute the platform cannot help you.",
      "没有订单，没人存钱，没有记录。真有纠纷，平台帮不了。",
    ],
  },
};
