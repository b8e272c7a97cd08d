export interface Words {
  title: string;
  rule: string;
  won: string;
  count: string;
  left(mb: number): string;
  took(mb: number): string;
  nothing: string;
  dry(day: string): string;
  unsafe: string;
  gap: string;
  /** The day, and what she wants to do. */
  days: { [day: string]: [string, string] };
  /** A way to do it, how it is called in the list, what there is to know about it. */
  ways: { [way: string]: [string, string, string] };
}

export const words: { [language in "en" | "zh-hans"]: Words } = {
  en: {
    title: "The data jar",
    rule: "The month’s last week, 500 MB are left. Reached when all seven days are done and the jar is not empty.",
    won: "Done. Wi-Fi for big things, small things anywhere.",
    count: "Days",
    left: (mb) => `${mb} MB left`,
    took: (mb) => `${mb} MB.`,
    nothing: "Nothing from the jar.",
    dry: (day) => `${day}: the jar is empty. Take a step back, or begin the week once more.`,
    unsafe: "Do not.",
    gap: " ",
    days: {
      mon: ["Monday", "You want to learn something."],
      tue: ["Tuesday", "Your daughter is far away. You want to talk for 20 minutes."],
      wed: ["Wednesday", "Ten photos of your walnuts go to the shop."],
      thu: ["Thursday", "In the evening you want a film of an hour."],
      fri: ["Friday", "The chat groups are full of little films."],
      sat: ["Saturday", "Your phone says: five apps want an update."],
      sun: ["Sunday", "At the market you pay with your phone."],
    },
    ways: {
      teach: [
        "Watch a teaching film, half an hour",
        "teaching film",
        "Video takes most: many pictures a second.",
      ],
      lesson: [
        "Open a lesson of this course",
        "lesson",
        "Words and drawings are small. Once loaded, it costs nothing more.",
      ],
      videocall: ["Video call", "video call", "Lovely, and much. Her face is worth it now and then."],
      call: ["Voice call in the chat app", "voice call", "A voice takes a fifteenth of a video."],
      voice: ["A few voice messages", "voice messages", "Very small, and she hears you when she has time."],
      originals: ["Send the originals", "ten originals", "A photo is as large as a thousand messages."],
      smaller: ["Send them smaller", "ten small photos", "Small enough for the phone of every buyer."],
      film: ["Watch it now, with mobile data", "film", "An hour of film is more than the whole jar."],
      loaded: [
        "Load it by day over the village Wi-Fi",
        "film, loaded",
        "Wi-Fi is another road: watch it at home without any data.",
      ],
      autoplay: [
        "Scroll, let them play",
        "little films",
        "They play by themselves, also those you do not want.",
      ],
      off: ["Turn auto-play off, tap two of them", "two little films", "You decide which one runs."],
      update: ["Update now", "updates", "Updates are large, and they can wait a day."],
      wait: ["Only over Wi-Fi, from now on", "updates, later", "Set it once, and no update runs in secret."],
      free: ["Over the Wi-Fi “Bank-Free-WiFi”", "", "Anybody can call a network so. Do not pay over it."],
      pay: ["With mobile data", "payment", "A payment is tiny, and your own road is safer."],
    },
  },
  "zh-hans": {
    title: "流量罐",
    rule: "月底最后一周，还剩500 MB。七天过完，罐里还有就成。",
    won: "做到了：大的连Wi-Fi，小的随处用。",
    count: "天",
    left: (mb) => `还剩${mb} MB`,
    took: (mb) => `用了${mb} MB。`,
    nothing: "罐里一点没少。",
    dry: (day) => `${day}罐子空了。退一步，或者从头过这一周。`,
    unsafe: "别连。",
    gap: "",
    days: {
      mon: ["星期一", "想学点东西。"],
      tue: ["星期二", "女儿在外地，想聊二十分钟。"],
      wed: ["星期三", "十张核桃照片要传到店里。"],
      thu: ["星期四", "晚上想看一小时的戏。"],
      fri: ["星期五", "群里全是小视频。"],
      sat: ["星期六", "手机说：五个应用要更新。"],
      sun: ["星期天", "赶集，要用手机付钱。"],
    },
    ways: {
      teach: ["看半小时教学视频", "教学视频", "视频最费：一秒就是好多张图。"],
      lesson: ["打开这里的一课", "一课", "字和画都小，下载过就不再花流量。"],
      videocall: ["视频通话", "视频通话", "看得见人，就是费。偶尔一回也值。"],
      call: ["用聊天应用打语音", "语音通话", "只听声音，是视频的十五分之一。"],
      voice: ["发几条语音", "几条语音", "很小，她有空就能听。"],
      originals: ["发原图", "十张原图", "一张照片，抵得上一千条文字。"],
      smaller: ["压小了再发", "十张小图", "小一点，哪个买家的手机都打得开。"],
      film: ["用流量，现在就看", "一小时的戏", "一小时的戏，比一罐还多。"],
      loaded: ["白天连村里Wi-Fi先存好", "存好的戏", "Wi-Fi是另一条路，回家看不花流量。"],
      autoplay: ["一路刷，自己放", "小视频", "它自己就放，不想看的也放。"],
      off: ["关掉自动播放，只点两个", "两个小视频", "放哪个，你说了算。"],
      update: ["现在就更新", "更新", "更新很大，晚一天没事。"],
      wait: ["设成连Wi-Fi才更新", "以后再更新", "设一次，它就不会偷偷跑流量。"],
      free: ["连“银行免费WiFi”", "", "名字谁都能起，别在上面付钱。"],
      pay: ["用自己的流量", "付款", "付一次就一点点，自己的路更稳。"],
    },
  },
};
