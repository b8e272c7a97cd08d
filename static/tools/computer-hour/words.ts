import type { Hour, Stage } from "../../app/engine/hour.ts";
import type { Id } from "./plan.ts";

export interface Words {
  title: string;
  rule: string;
  won: string;
  count: string;
  asks: { [stage in Stage]: string };
  onward: { [stage in Stage]: string };
  /** How it stands in a list, and why it matters. */
  things: { [id in Id]: [string, string] };
  minutes(minutes: number): string;
  sum(minutes: number): string;
  /** {} stands for the thing and why. */
  said: { [why in NonNullable<Hour["said"]>["why"]]: string };
  gap: string;
  card: string;
  lists: [string, string, string];
  help: string;
  ready: string;
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "One hour at the computer",
    rule: "Reached when your card is ready: jobs, things to bring, how to leave. Tick it at the computer.",
    won: "Your card is ready. It stays on this phone, take it along.",
    count: "Parts of the card",
    asks: {
      jobs: "What do you want to do there? At most three jobs.",
      bring: "What do you bring for these jobs?",
      leave: "The last ten minutes: what do you do before you go?",
      card: "",
    },
    onward: { jobs: "On to what I bring", bring: "On to leaving", leave: "Make my card", card: "" },
    things: {
      photos: ["Upload photos", ""],
      labels: ["Print parcel labels", ""],
      pages: ["Write five product pages", ""],
      book: ["Bring the cash book up to date", ""],
      contract: ["Print a contract", ""],
      stick: ["Photos on a USB stick", "Without the files the photos cannot go up."],
      orders: ["List of today’s orders", "Labels need names and addresses."],
      notes: ["Notes for each product", "Without weight and origin no page gets done."],
      receipts: ["Receipts of this month", "The cash book is written from them."],
      draft: ["The contract as a file", "Only what you bring can be printed."],
      "id-card": ["Photo of my ID card", "Left in Downloads, the next person sees it."],
      pin: ["Slip with all passwords", "A lost slip opens every account. Keep them in your head."],
      backup: ["Copy my work to the stick", "What stays on the computer may be gone tomorrow."],
      downloads: ["Clear my files from Downloads", "Labels and orders show names and addresses."],
      logout: ["Log out everywhere", "Otherwise the next person can open your shop."],
      take: ["Take the stick along", "Sticks are forgotten most of all."],
      remember: ["Let the browser remember me", "Then whoever comes next is in your shop."],
    },
    minutes: (minutes) => `about ${minutes} min`,
    sum: (minutes) => `${minutes} minutes, at most 50: ten are kept for leaving.`,
    said: {
      none: "Choose at least one job. One done well is a good hour.",
      many: "Three jobs are enough for an hour. Leave one for next time.",
      long: "That is more than 50 minutes. Leave one job for next time.",
      missing: "Still missing: {}",
      risky: "Better at home: {}",
      forgotten: "One thing more: {}",
      trap: "Not on a shared computer: {}",
    },
    gap: " ",
    card: "My computer hour",
    lists: ["Do", "Bring", "Before I go"],
    help: "Stuck? Say what you wanted, what you did, and what the screen said.",
    ready: "Ready. At the computer, tick what is done.",
  },
  "zh-hans": {
    title: "电脑一小时",
    rule: "卡片做好就成了：做什么、带什么、走前做什么。到电脑前再打勾。",
    won: "卡片做好了，就存在这部手机里，带着去。",
    count: "做好的几栏",
    asks: {
      jobs: "去了想做什么？最多三件。",
      bring: "做这几件，要带什么？",
      leave: "留十分钟收尾：走之前做什么？",
      card: "",
    },
    onward: { jobs: "接着选带什么", bring: "接着选怎么走", leave: "做成卡片", card: "" },
    things: {
      photos: ["传照片", ""],
      labels: ["打印面单", ""],
      pages: ["写五个商品页", ""],
      book: ["把账本记齐", ""],
      contract: ["打印合同", ""],
      stick: ["存着照片的U盘", "没带照片，就没东西可传。"],
      orders: ["今天的订单", "面单上要有名字、地址。"],
      notes: ["每样货的便条", "不知道斤两、产地，页面写不成。"],
      receipts: ["这个月的单据", "记账要照着它记。"],
      draft: ["合同的文件", "带来了才打得出。"],
      "id-card": ["身份证照片", "留在下载里，后面的人看得到。"],
      pin: ["写满密码的纸条", "纸条丢了，账号全开了，记在心里。"],
      backup: ["做好的拷到U盘", "留在那台电脑里，明天也许就没了。"],
      downloads: ["删掉下载里我的文件", "面单、订单上有人家的名字、地址。"],
      logout: ["每处都退出登录", "不退，后面的人能进你的店。"],
      take: ["拔下U盘带走", "最容易忘的就是它。"],
      remember: ["让浏览器记住我", "那后面的人一点就进你的店。"],
    },
    minutes: (minutes) => `约${minutes}分钟`,
    sum: (minutes) => `一共${minutes}分钟。最多50分钟，另留十分钟收尾。`,
    said: {
      none: "至少选一件。做好一件，这一小时就值。",
      many: "一小时三件够了，留一件下次做。",
      long: "超过50分钟了，留一件下次做。",
      missing: "还缺：{}",
      risky: "别带去：{}",
      forgotten: "还有一样：{}",
      trap: "公用电脑上不行：{}",
    },
    gap: "。",
    card: "我的电脑一小时",
    lists: ["做", "带", "走之前"],
    help: "卡住了就说：想做什么，做了什么，屏幕上写着什么。",
    ready: "好了。到电脑前，做完一样勾一样。",
  },
};
