// The rules that lead from the survey to a path, as tables (CURRICULUM.md, section 7.1).
// The twin is courses/engine/path_rules.py.

export type Track = "begin" | "growing" | "advanced";
type Weights = { [module: string]: number };

/** Heaviest first where weights are equal. The first three are the survey's shares, the rest design choices (7.2). */
export const baseWeights: [string, number][] = [
  ["pc", 26],
  ["ec", 24],
  ["in", 15],
  ["ra", 12],
  ["py", 10],
  ["lo", 9],
  ["sh", 9],
  ["fs", 8],
  ["id", 7],
  ["tm", 6],
];

/** P1–P3: by track, what it adds to a module, and what is offered as a check instead of a lesson. */
export const trackWeights: Record<Track, Weights> = {
  begin: { ec: 10, id: 5 },
  growing: { ra: 15, lo: 15, sh: 10 },
  advanced: { ra: 15, lo: 15, sh: 10 },
};
export const trackChecks: Record<Track, string[]> = {
  begin: [],
  growing: ["ec/ec1", "ec/ec5"],
  advanced: ["ec/ec1", "ec/ec2", "ec/ec3", "ec/ec4", "ec/ec5", "ec/ec6", "id/id1", "py/py1"],
};
export const advancedYears = ["1-3", "3-5", "over-5"];

/** P5–P10: answers to `wants`. */
export const wantsWeights: [string, Weights][] = [
  ["computer", { pc: 30 }],
  ["internet", { in: 30, ra: 10 }],
  ["online-business", { ec: 30, sh: 30, ra: 20 }],
  ["management", { lo: 30, fs: 10 }],
  ["team", { tm: 30 }],
  ["ideas", { id: 30 }],
];

/** P11: own words in `wants-other`. Latin words count from the beginning of a word: "live" is not in "delivery". */
export const otherWords: [RegExp, string, number][] = [
  [/支付|骗|(?:^|[^a-z])(?:scam|pay)/, "py", 30],
  [/食品|安全|(?:^|[^a-z])(?:food|trust)/, "fs", 30],
  [/排名|首页|(?:^|[^a-z])rank/, "ra", 30],
  [/物流|快递|(?:^|[^a-z])freight/, "lo", 30],
  [/直播|视频|(?:^|[^a-z])live/, "sh", 20],
];

/** P20, P22: who knows a thing well is asked five questions instead of being taught it. */
export const pcChecks = ["pc/pc1", "pc/pc2", "pc/pc3", "pc/pc4", "pc/pc5"];
export const inChecks = ["in/in1", "in/in2", "in/in5"];

/** P36: no paid advertising before she can count what is left of an order. */
export const alwaysNeeds: [string, string][] = [["ra/ra6", "ec/ec7"]];

/** 7.2: whose turn it is, by rank from 0, again and again. */
export const turns = [0, 0, 1, 2, 3];

/** P12: whose examples she sees. */
export const platforms = ["taobao", "wechat", "jd", "other"];

/** P36: she can spot a phishing before she opens a shop. */
export const phishing = "py/py3";
export const openAShop = "ec/ec5";
