import type { DecidingWords } from "../shared/deciding.tsx";

export const words: { [language in "en" | "zh-hans"]: DecidingWords } = {
  en: {
    title: "Which form fits?",
    rule: "Four stories. Reached when each found its form. This is the law of China.",
    won: "Done. Take your own story to the county office: asking is free.",
    forks: {
      together: [
        "Will it belong to more than one household?",
        "Several households put something in.",
        "One person or one family does it all.",
      ],
      farmers: [
        "Five members or more, four of five farmers, all with the same say?",
        "Enough members, nearly all farmers, one voice each.",
        "Money decides here, or there are fewer than five.",
      ],
    },
    stories: {
      couple: ["Wei and Lan, a couple", "We sell our honey, and pay what we owe ourselves."],
      six: ["Six families", "We grow kiwi. We want to sell together, with one voice each."],
      investor: ["An investor, three farmers", "He brings ¥200,000 and wants to decide by his share."],
      craft: ["Fang, basket maker", "I weave alone and sell what I make."],
    },
    ends: {
      household: [
        "Household business",
        "Simple, in your own name: you answer with what you own. Small handwork may be exempt. Ask.",
      ],
      cooperative: [
        "Farmers’ cooperative",
        "Free to join and to leave. At least 60 % of what is shared out goes by what each sold through it.",
      ],
      company: [
        "Company",
        "The share counts. It needs books, tests of farm goods and written contracts with those who work there.",
      ],
    },
  },
  "zh-hans": {
    title: "办成哪一种？",
    rule: "四个故事，个个找对就成了。说的是中国的规定。",
    won: "做到了。把自己的事拿去县里问，问不要钱。",
    forks: {
      together: ["是不是好几家合着办？", "好几家都出了力、出了钱。", "就一个人，或一家人办。"],
      farmers: [
        "五人以上，五个里四个是农民，说话一样算数？",
        "人够了，差不多都是农民，一人一票。",
        "这里谁钱多谁说了算，或人不到五个。",
      ],
    },
    stories: {
      couple: ["老魏和兰姐，两口子", "卖自家蜂蜜，欠了钱自己还。"],
      six: ["六户人家", "都种猕猴桃，想一起卖，一户一票。"],
      investor: ["一个老板，三个农民", "他出¥200,000，按出的钱说了算。"],
      craft: ["方姐，编竹篮", "一个人编，一个人卖。"],
    },
    ends: {
      household: ["个体户", "手续简单，用自己的名字，亏了自己担。小手工也许不用办，先问。"],
      cooperative: ["农民合作社", "进出自由。分红时，至少60 %按各家卖了多少来分。"],
      company: ["公司", "按出资算。要记账，农产品要检测，请人要写合同。"],
    },
  },
};
