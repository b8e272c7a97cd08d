import type { DecidingWords } from "../shared/deciding.tsx";

export const words: { [language in "en" | "zh-hans"]: DecidingWords } = {
  en: {
    title: "Register, or not?",
    rule: "Six people want to sell online. Reached when each is at the right end. This is the law of China.",
    won: "Done. You know the three questions. Your county office knows the rest.",
    forks: {
      cooked: [
        "Do you cook, bake or brew the food?",
        "Brewing and baking make a new food, even at home.",
        "Nothing is cooked, baked or brewed. Drying is no cooking; some county offices judge otherwise, so ask yours.",
      ],
      packed: [
        "Is it food that a factory packed?",
        "The boxes come closed from a factory.",
        "No factory packed it.",
      ],
      own: [
        "Did your own household grow it or make it by hand?",
        "It comes from your own land, or your own hands.",
        "Others grew it. You buy it and sell it on.",
      ],
    },
    stories: {
      kiwi: ["Li, fresh kiwi", "I sell what my own trees bear."],
      wine: ["Wang, rice wine", "I brew it at home, from my own rice."],
      resale: ["Zhao, kiwi", "I buy from neighbours and sell for ¥300,000 a year."],
      shiitake: ["Mei, dried shiitake", "I grow them, dry them and put them in bags."],
      biscuits: ["Chen, biscuits", "I buy them in boxes from a factory."],
      shoes: ["Sun, embroidered shoes", "My daughter and I sew them at home."],
    },
    ends: {
      licence: [
        "Ask for a licence first",
        "Ask the county market supervision office about a licence or the workshop rules, before you sell.",
      ],
      file: [
        "Register and file",
        "Register, and file packed food with the county market supervision office. It needs no licence.",
      ],
      notice: [
        "Exempt, with a notice",
        "No registration. Show the notice on your shop’s first page. Taxes are another question.",
      ],
      register: ["Register", "Register first. A shop’s address on the platform is enough."],
    },
  },
  "zh-hans": {
    title: "要不要办执照？",
    rule: "六个人想在网上卖东西，个个走对就成了。说的是中国的规定。",
    won: "做到了，三个问题你会问了，别的问县里。",
    forks: {
      cooked: [
        "这吃的，是你自己煮、烤、酿的吗？",
        "自家酿、自家烤，也算加工食品。",
        "没煮、没烤、没酿。晒干一般不算，各县看法不一，问一声。",
      ],
      packed: ["是厂里包装好的食品吗？", "一盒一盒，厂里封好的。", "不是厂里包装的。"],
      own: ["是自家种的、手工做的吗？", "是自家地里长的，或自家手里做的。", "是别人种的，你买来再卖。"],
    },
    stories: {
      kiwi: ["老李，鲜猕猴桃", "只卖自家树上结的。"],
      wine: ["老王，米酒", "用自家的米，在家酿的。"],
      resale: ["小赵，猕猴桃", "收邻居的再卖，一年卖¥300,000。"],
      shiitake: ["小梅，干香菇", "自己种，自己晒，装袋卖。"],
      biscuits: ["小陈，饼干", "从厂里进，整盒卖。"],
      shoes: ["孙姐，绣花鞋", "和女儿在家一针一线做。"],
    },
    ends: {
      licence: ["先问许可", "卖之前，先去县市场监管局问：要许可，还是办小作坊。"],
      file: ["要登记，要备案", "先登记，再到县市场监管局备案。只卖包装好的，不用许可。"],
      notice: ["不用登记，要公示", "不用登记，在店铺首页写明。交不交税，另说。"],
      register: ["要登记", "先登记。店铺在平台上的网址就能当地址。"],
    },
  },
};
