import type { Look, Verdict } from "../../app/engine/checking.ts";

export interface Words {
  title: string;
  rule: string;
  won: string;
  count: string;
  group: string;
  ask: string;
  looks: { [look in Look]: string };
  then: string;
  verdicts: { [verdict in Verdict]: string };
  /** Why this verdict tempts, where it does not fit. */
  offs: { [verdict in Verdict]: string };
  early: string;
  yes: string;
  look: string;
  gap: string;
  next: string;
  end: string;
  /** Who sends it, what it says; who says it, when, where else; what to do. */
  messages: { [message: string]: [string, string, string, string, string, string] };
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Pass it on?",
    rule: "Six messages. Look twice or more, then decide. Reached when all six are decided rightly.",
    won: "Done. First who, when and where else. Then pass it on.",
    count: "Messages decided",
    group: "Our village (86)",
    ask: "What do you want to know?",
    looks: { who: "Who says it?", when: "From when?", else: "Where else?" },
    then: "And now?",
    verdicts: { use: "Pass it on", ask: "Ask first", leave: "Leave it" },
    offs: {
      use: "Passed on, it goes on in your name. Read once more what you found.",
      ask: "What you found is enough to decide.",
      leave: "There may be something in it. Read once more what you found.",
    },
    early: "It is tempting to decide at once. Take two looks first.",
    yes: "Yes.",
    look: "Not quite.",
    gap: " ",
    next: "Next message",
    end: "What you did with them",
    messages: {
      subsidy: [
        "Sister-in-law Qin",
        "¥800 from the state for everyone! Tap the link, type in your card number.",
        "Qin got it from another group. The link belongs to nobody you know.",
        "No date.",
        "The county’s page has no such money.",
        "A cheat’s link. Tell Qin kindly what you found.",
      ],
      notice: [
        "Head of the village, Lu",
        "On Friday from 9 to 12 there is no power.",
        "The power station, with its name.",
        "Today, for this Friday.",
        "The same stands on the power station’s page.",
        "Name, date and a second place agree. Others need it.",
      ],
      price: [
        "Trader Hu",
        "Shiitake fall to ¥20 tomorrow! Sell to me today.",
        "Hu, who wants to buy.",
        "Today.",
        "One market list says ¥34. There is none of another town yet.",
        "Compare two market lists, then decide. Who says it wants to buy.",
      ],
      cure: [
        "Uncle Deng",
        "Mushroom powder heals high blood pressure! No more pills.",
        "A seller of mushroom powder.",
        "It has gone round for years.",
        "No hospital says so. Food may not be sold as a cure.",
        "Who stops the pills can fall ill. Copy it neither here nor in your shop.",
      ],
      voice: [
        "Unknown number",
        "(voice) “It is me, your cousin. I need ¥5,000, quickly.”",
        "It sounds like your cousin. The number is not hers.",
        "Just now.",
        "Nobody in the family has heard of it.",
        "Voices can be copied. Call her on the number you know.",
      ],
      shot: [
        "Neighbour Pan",
        "(picture) “All shops pay ¥500 from today.”",
        "A picture. No link, no sender.",
        "The day was cut off.",
        "The platform’s own rule page says nothing of it.",
        "A picture is quickly made. A real rule stands on the platform’s page.",
      ],
    },
  },
  "zh-hans": {
    title: "转不转？",
    rule: "六条消息。先查两样以上，再拿主意。六条都对就成。",
    won: "做到了：谁说的、几时的、别处有没有，查了再转。",
    count: "拿定主意的",
    group: "咱们村（86）",
    ask: "想查什么？",
    looks: { who: "谁说的？", when: "几时的？", else: "别处有吗？" },
    then: "那怎么办？",
    verdicts: { use: "转给大家", ask: "先问清楚", leave: "不转" },
    offs: {
      use: "一转就成了你说的。查到的再看一眼。",
      ask: "查到的已经够拿主意了。",
      leave: "说不定有用。查到的再看一眼。",
    },
    early: "谁都想马上拿主意，先查两样吧。",
    yes: "对。",
    look: "再想想。",
    gap: "",
    next: "下一条",
    end: "你是这么办的",
    messages: {
      subsidy: [
        "秦嫂",
        "国家发钱，人人¥800！点链接，填卡号就领。",
        "秦嫂也是别的群里看来的，链接不知是谁家的。",
        "没写日子。",
        "县里网站上没这笔钱。",
        "是骗人的链接，好好跟秦嫂说一声。",
      ],
      notice: [
        "村主任老陆",
        "星期五9点到12点停电。",
        "供电所，写了名字。",
        "今天发的，说的是这个星期五。",
        "供电所的网页上也有。",
        "有名有日子，两处对得上，大家用得着。",
      ],
      price: [
        "收货的老胡",
        "香菇明天跌到¥20！今天卖给我吧。",
        "老胡，他要收货。",
        "今天。",
        "本地市场报价¥34，外地的还没看。",
        "对两家市场的报价，再拿主意。说话的人想收货。",
      ],
      cure: [
        "邓叔",
        "香菇粉治好高血压！药都不用吃了。",
        "卖香菇粉的。",
        "传了好几年。",
        "没有一家医院这么说。食品不能当药卖。",
        "停了药会出事。不转，自己店里也不写。",
      ],
      voice: [
        "陌生号码",
        "（语音）“是我，你表妹。急用¥5000。”",
        "声音像表妹，号码不是她的。",
        "刚刚。",
        "家里没人听说。",
        "声音也能仿。打她原来的号，问一句。",
      ],
      shot: [
        "邻居老潘",
        "（图）“今天起，店店要交¥500。”",
        "一张图，没链接，没落款。",
        "日子被裁掉了。",
        "平台自己的规则页上没有。",
        "图几下就能改。真规则，平台上查得到。",
      ],
    },
  },
};
