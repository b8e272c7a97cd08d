// A number as people write it, the same as courses/engine/numerals.py (cases: tests/vectors/numerals.json).

const longest = 60;
const mostDigits = 15;

/** What people write for one and the same unit, longer before shorter. */
const sameUnits = [
  "人民币 块钱 yuan rmb cny 元 圆 块 ¥",
  "kilograms kilogram kilos kilo 公斤 千克 kg",
  "grams gram 克 g",
  "jin 斤",
  "kilometres kilometre 公里 千米 km",
  "percent 百分之 %",
  "minutes minute 分钟 mins min",
  "hours hour 小时 h",
  "days day 天 日",
  "pieces piece 件 个",
].map((names) => names.split(" "));
const signs = "。、−〇○两兩貳贰参叁參肆伍陸陆柒捌玖壹拾佰仟萬億點負";
const plainly = ".,-零零二二二二三三三四五六六七八九一十百千万亿点负";
/** Separated by threes, or by fours as 万 does. */
const written = /^([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,4}(?:,[0-9]{4})+)?(\.[0-9]+)?([百千万亿]*)$/;
const digits = "零一二三四五六七八九";
const sizes: [string, number][] = [
  ["亿", 1e8],
  ["万", 1e4],
  ["千", 1000],
  ["百", 100],
  ["十", 10],
];

/** The number that was meant; null where it is none or could be two. `unit` is what is asked. */
export function numberIn(text: string, unit?: string | null): number | null {
  if ([...text].length > longest) return null;
  const plain = withoutUnit(plainOf(text), plainOf(unit || ""));
  const isLess = /^[-负]/.test(plain);
  const unsigned = plain.replace(/^[-负+]/, "");
  const value = unsigned === "半" ? 0.5 : (inDigits(unsigned) ?? spoken(unsigned));
  return value && isLess ? -value : value;
}

const plainOf = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\t-\r \u0085\u1680\u200b-\u200d\u2028\u2029\ufeff]+/g, "")
    .replace(/./gu, (sign) => (signs.includes(sign) ? plainly[signs.indexOf(sign)]! : sign))
    .replace(/[.,!?;:]+$/, "");

function withoutUnit(text: string, unit: string): string {
  const names = unit ? sameUnits.find((each) => each.includes(unit)) || [unit] : [];
  for (const name of names) {
    if (text === name) continue;
    if (text.startsWith(name)) return text.slice(name.length);
    if (text.endsWith(name)) return text.slice(0, -name.length);
  }
  return text;
}

/** In digits, perhaps with a size behind: 1.2万. */
function inDigits(text: string): number | null {
  const [, grouped = "", part = "", marks = ""] = written.exec(text) || [];
  const whole = grouped.replace(/,/g, "");
  if (!(whole || part) || whole.length > mostDigits) return null;
  let value = Number(whole + part);
  for (const mark of marks) value *= sizes.find(([name]) => name === mark)![1];
  return value < 10 ** mostDigits ? value : null;
}

const areDigits = (text: string) => !!text && [...text].every((sign) => digits.includes(sign));
const asWritten = (text: string) => text.replace(/./g, (sign) => `${digits.indexOf(sign)}`);

/** In Chinese numerals, digits among them: 3万5千. */
function spoken(text: string): number | null {
  const parts = text.replace(/[0-9]/g, (digit) => digits[+digit]!).split("点");
  const whole = counted(parts[0]!);
  if (whole === null || parts.length === 1) return whole;
  return parts.length === 2 && areDigits(parts[1]!) ? Number(`${whole}.${asWritten(parts[1]!)}`) : null;
}

/** 一百零五 is 105, 一百五 150, and 二零二六, digit by digit, 2026. */
function counted(text: string): number | null {
  if (areDigits(text) && text.length <= mostDigits) return Number(asWritten(text));
  const [mark, size] = sizes.find(([name]) => text.includes(name)) || ["", 0];
  if (!mark) return null;
  const at = text.indexOf(mark);
  const high = mark === "十" && !at ? 1 : counted(text.slice(0, at));
  const low = rest(text.slice(at + 1), size);
  const most = size >= 1e4 ? 1e4 : 10;
  return high && low !== null && high < most && low < size ? high * size + low : null;
}

/** What follows a size: nothing, a smaller number, or one digit that stands for the next size. */
function rest(text: string, size: number): number | null {
  if (!text) return 0;
  if (text.length === 1 && digits.indexOf(text) > 0 && size > 10) return (digits.indexOf(text) * size) / 10;
  const isLed = text[0] === "零";
  const low = counted(isLed ? text.slice(1) : text);
  return low && (isLed || size === 10 || !areDigits(text)) ? low : null;
}
