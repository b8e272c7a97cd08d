export interface Words {
  title: string;
  rule: string;
  won: string;
  count: string;
  site: string;
  back: string;
  /** For each of the hunted: where do I find it; then the day. */
  asks: { [notice: string]: string };
  askDay: string;
  yes: string;
  look: string;
  gap: string;
  notThis: string;
  /** Of notices that look alike. */
  alike: { [notice: string]: string };
  found: string;
  whys: { [date: string]: string };
  shelves: { [shelf: string]: string };
  /** The title, and the month in which it was published. */
  notices: { [notice: string]: [string, string] };
  /** The hunted in full: what it says, then its three dates. */
  texts: { [notice: string]: [string, string, string, string] };
  dates: { [date: string]: string };
  diary: string;
  /** What stands in the diary: the effect on her. */
  effects: { [notice: string]: string };
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "Find the rule",
    rule: "Twenty notices on five shelves. Reached when you have three rules and their days.",
    won: "Done. Found at its source, with its day. Put it into your diary.",
    count: "Found",
    site: "Rule centre (invented)",
    back: "Shelves",
    asks: {
      dispatch: "A neighbour says: we must ship faster now. Find that rule.",
      deposit: "And the deposit is said to change. Find it.",
      words: "Some words may no longer stand in a title. Where is that written?",
    },
    askDay: "From which day does it apply? Tap that line.",
    yes: "Yes.",
    look: "Look once more.",
    gap: " ",
    notThis: "This notice is about something else. Other shelves have more.",
    alike: {
      festival: "It is about shipping, but only for the festival of 2024. That is over.",
      frozen: "Only for frozen goods.",
      guide: "It tells how to pay the deposit. Nothing changes in it.",
      titles: "Good advice for titles, but no rule about words.",
    },
    found: "That is it.",
    whys: {
      published: "On that day it was published. It does not apply yet.",
      comment: "Until then you may say what you think of it.",
      begins: "From this day it applies, at least seven days after it was published.",
    },
    shelves: { shipping: "Shipping", fees: "Money", listing: "Listing", reviews: "Reviews", shop: "My shop" },
    notices: {
      festival: ["Shipping in the Spring Festival 2024", "Jan 2024"],
      dispatch: ["Time limit for dispatch: change", "Nov 2026"],
      frozen: ["Dispatch of frozen goods", "Jun 2025"],
      label: ["How to print a label", "Mar 2025"],
      guide: ["How to pay the deposit", "Feb 2025"],
      deposit: ["Deposit for fresh food: change", "Oct 2026"],
      bill: ["Where your monthly bill is", "May 2025"],
      coupon: ["Coupons in ten steps", "Jul 2026"],
      photos: ["Size of photos", "Apr 2025"],
      words: ["Words not allowed: new list", "Nov 2026"],
      titles: ["Writing good titles", "Sep 2025"],
      weight: ["Weight and unit", "Aug 2024"],
      reply: ["Answering reviews", "May 2026"],
      fakes: ["Fake orders are forbidden", "Jan 2025"],
      stars: ["How stars are counted", "Jun 2025"],
      report: ["Reporting a false review", "Oct 2025"],
      name: ["Changing the shop’s name", "Mar 2026"],
      closing: ["Closing a shop: 30 days’ notice", "Dec 2024"],
      password: ["A new password", "Jul 2025"],
      holiday: ["Holiday mode", "Jan 2026"],
    },
    texts: {
      dispatch: [
        "Orders go out within 24 hours, no longer 48.",
        "3 November 2026",
        "9 November 2026",
        "12 November 2026",
      ],
      deposit: [
        "For fresh food the deposit is ¥500, no longer ¥1000.",
        "20 October 2026",
        "27 October 2026",
        "1 December 2026",
      ],
      words: [
        "“Best”, “number one” and “cures” go out of titles.",
        "10 November 2026",
        "16 November 2026",
        "20 November 2026",
      ],
    },
    dates: { published: "Published", comment: "Comments until", begins: "In force from" },
    diary: "My rule diary",
    effects: {
      dispatch: "Pack in the evening",
      deposit: "Ask for ¥500 back",
      words: "Go through my titles",
    },
  },
  "zh-hans": {
    title: "找规则",
    rule: "五个栏目，二十条公告。找到三条规则和日子就成。",
    won: "做到了：在出处找到，日子看清，记进本子。",
    count: "找到的",
    site: "规则中心（编的）",
    back: "栏目",
    asks: {
      dispatch: "邻居说，现在要更快发货。把这条规则找出来。",
      deposit: "听说保证金也要变，找出来。",
      words: "有些词标题里不能写了，写在哪里？",
    },
    askDay: "从哪天算数？点那一行。",
    yes: "对。",
    look: "再找找。",
    gap: "",
    notThis: "这条说的是别的事，别的栏目也看看。",
    alike: {
      festival: "是说发货，可那是2024年春节的，早过了。",
      frozen: "只管冷冻的货。",
      guide: "教你怎么交保证金，没说要变。",
      titles: "教写标题的，不是管词的规则。",
    },
    found: "就是这条。",
    whys: {
      published: "这天只是登出来，还不算数。",
      comment: "这天以前可以提意见。",
      begins: "从这天起算数，离公布至少隔七天。",
    },
    shelves: { shipping: "发货", fees: "费用", listing: "上架", reviews: "评价", shop: "店铺" },
    notices: {
      festival: ["2024年春节发货安排", "2024年1月"],
      dispatch: ["发货时限调整", "2026年11月"],
      frozen: ["冷冻品怎么发", "2025年6月"],
      label: ["面单怎么打", "2025年3月"],
      guide: ["保证金怎么交", "2025年2月"],
      deposit: ["生鲜保证金调整", "2026年10月"],
      bill: ["每月账单在哪里", "2025年5月"],
      coupon: ["优惠券十步", "2026年7月"],
      photos: ["图片尺寸", "2025年4月"],
      words: ["禁用词新名单", "2026年11月"],
      titles: ["怎样写好标题", "2025年9月"],
      weight: ["重量和单位", "2024年8月"],
      reply: ["怎么回评价", "2026年5月"],
      fakes: ["禁止刷单", "2025年1月"],
      stars: ["星级怎么算", "2025年6月"],
      report: ["举报假评价", "2025年10月"],
      name: ["改店名", "2026年3月"],
      closing: ["关店提前30天公示", "2024年12月"],
      password: ["换密码", "2025年7月"],
      holiday: ["休假模式", "2026年1月"],
    },
    texts: {
      dispatch: ["下单后24小时内发货，原来是48小时。", "2026年11月3日", "2026年11月9日", "2026年11月12日"],
      deposit: ["生鲜保证金¥500，原来是¥1000。", "2026年10月20日", "2026年10月27日", "2026年12月1日"],
      words: ["标题不再写“最好”“第一”“能治”。", "2026年11月10日", "2026年11月16日", "2026年11月20日"],
    },
    dates: { published: "公布", comment: "征求意见到", begins: "施行" },
    diary: "我的规则本",
    effects: { dispatch: "晚上就打包", deposit: "申请退¥500", words: "标题查一遍" },
  },
};
