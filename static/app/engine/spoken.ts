// How a text is read aloud: what a browser's voice says badly or not at all (¥, ranges, signs, days), and what the course
// notes (docs/course-format.md, `say`). It comes late: no part of the shell imports it. Cases: tests/vectors/spoken.json.

/** Written form → how it is said, in one language. */
export type Notes = { [written: string]: string };

type Rule = [written: RegExp, said: string | ((whole: string, ...parts: string[]) => string)];

const number = "(\\d+(?:,\\d{3})*(?:\\.\\d+)?[万亿]?)";
const to = "\\s?[–—～~]\\s?";
const rule = (pattern: string, said: Rule[1]): Rule => [new RegExp(pattern, "g"), said];

/** ¥12.50 is twelve and a half. */
const plain = (amount: string) => amount.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

const months = "January,February,March,April,May,June,July,August,September,October,November,December".split(
  ",",
);
const units: { [unit: string]: string } = {
  kg: "kilogram",
  g: "gram",
  km: "kilometre",
  cm: "centimetre",
  MB: "megabyte",
  GB: "gigabyte",
  KB: "kilobyte",
};
const unitNames = `\\s?(${Object.keys(units).join("|")})(?![A-Za-z])`;
const chineseUnits: { [unit: string]: string } = {
  kg: "公斤",
  g: "克",
  km: "公里",
  cm: "厘米",
  MB: "兆",
  GB: "G",
  KB: "K",
};

const english: Rule[] = [
  rule(
    "(\\d{4})-(\\d\\d)(?:-(\\d\\d))?(?!\\d)",
    (_, year, month, day) => `${day ? `${+day} ` : ""}${months[+month! - 1]} ${year}`,
  ),
  rule("([A-Z]\\d+):([A-Z]\\d+)", "$1 to $2"),
  rule(`¥\\s?${number}${to}¥?\\s?${number}`, (_, least, most) => `${plain(least!)} to ${plain(most!)} yuan`),
  rule(`¥\\s?${number}`, (_, amount) => `${plain(amount!)} yuan`),
  rule("¥", "yuan"),
  rule(`(\\d)${to}(?=\\d)`, "$1 to "),
  rule("(\\d)\\s?%", "$1 percent"),
  rule(`${number}${unitNames}`, (_, amount, unit) => `${amount} ${units[unit!]}${amount === "1" ? "" : "s"}`),
  rule("([a-z]{2,}|[A-Z]{2,})/(?=[A-Za-z]{2})", "$1 or "),
  rule("([A-Z\\d])\\s?[*×]\\s?(?=[A-Z\\d])", "$1 times "),
  rule("\\s?→\\s?", ", "),
  rule("×", " times "),
  rule("÷", " divided by "),
  rule("−", " minus "),
  rule("=", " equals "),
  rule("\\+", " plus "),
  rule("≥", " at least "),
  rule("≤", " at most "),
  rule("≈", " about "),
  rule("&", " and "),
  rule("⌘", "Command"),
  rule("_", " "),
];

const chinese: Rule[] = [
  rule(
    "(\\d{4})-(\\d\\d)(?:-(\\d\\d))?(?!\\d)",
    (_, year, month, day) => `${year}年${+month!}月${day ? `${+day}日` : ""}`,
  ),
  rule("([A-Z]\\d+):([A-Z]\\d+)", "$1到$2"),
  rule("(\\d),(?=\\d{3})", "$1"),
  rule(`(^|[^\\d%元）])−(?=¥?\\d)`, "$1负"),
  rule(`¥\\s?${number}${to}¥?\\s?${number}`, (_, least, most) => `${plain(least!)}到${plain(most!)}元`),
  rule(`¥\\s?${number}`, (_, amount) => `${plain(amount!)}元`),
  rule("¥", "元"),
  rule(`${number}\\s?%?${to}${number}\\s?%`, "百分之$1到$2"),
  rule(`${number}\\s?%`, "百分之$1"),
  rule(`(\\d[万亿]?)${to}(?=\\d)`, "$1到"),
  rule(`${number}${unitNames}`, (_, amount, unit) => amount! + chineseUnits[unit!]),
  rule("([^\\d\\s])/(?=[^\\d\\s/])", "$1或"),
  rule("\\s?→\\s?", "，"),
  rule("[*×]", "乘"),
  rule("÷", "除以"),
  rule("−", "减"),
  rule("=", "等于"),
  rule("\\+", "加"),
  rule("≥", "不少于"),
  rule("≤", "不超过"),
  rule("≈", "大约"),
  rule("&", "和"),
  rule("⌘", "Command"),
  rule("_", " "),
];

/** Letters and digits of a note are met as whole words only: Guo is not said in Jianguo, 110 not in 1100. */
function whole(written: string): string {
  const plainly = written.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return `${/^\w/.test(written) ? "\\b" : ""}${plainly}${/\w$/.test(written) ? "\\b" : ""}`;
}

function withNotes(text: string, notes: Notes): string {
  const longestFirst = Object.keys(notes).sort((one, other) => other.length - one.length);
  if (!longestFirst.length) return text;
  return text.replace(new RegExp(longestFirst.map(whole).join("|"), "g"), (written) => notes[written]!);
}

/** `language`: "en" or "zh", with or without what follows. The course's own notes go before the rules. */
export function spoken(text: string, language: string, notes: Notes = {}): string {
  const rules = language.slice(0, 2) === "zh" ? chinese : english;
  const said = rules.reduce(
    (now, [written, how]) => now.replace(written, how as string),
    withNotes(text, notes),
  );
  return said.replace(/ {2,}/g, " ").trim();
}
