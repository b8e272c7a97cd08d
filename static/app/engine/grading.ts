// How much of an answer is right: credit 0 to 1, the same as courses/engine/grading.py (cases: tests/vectors/grading).
// Small on purpose: it is part of the first page. A response that no form of ours can send earns less than 1.

export type Response = string | boolean | number | string[] | { [left: string]: string };

export interface Item {
  type: string;
  answer: Response;
  tolerance?: number | null;
}

/** What two texts have in common whatever keyboard wrote them. Not a text: never equal to one. */
const plain = (text: unknown): unknown =>
  typeof text !== "string" ||
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\t-\r \u0085\u1680\u200b-\u200d\u2028\u2029\ufeff]+/g, "")
    .replace(/。/g, ".")
    .replace(/、/g, ",")
    .replace(/[“”]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[.,!?;:]+$/, "");

export function grade({ type, answer, tolerance }: Item, response: unknown): number {
  const given = Object(response) as string[] & { [left: string]: unknown };
  if (type === "text-entry") {
    return +([] as unknown[]).concat(answer).some((text) => plain(text) === plain(response));
  }
  if (type === "numeric") {
    // The hair above the tolerance forgives binary fractions, not learners.
    return +(
      typeof response === "number" && Math.abs(response - (answer as number)) <= (tolerance || 0) + 1e-9
    );
  }
  if (type === "match") {
    const key = answer as { [left: string]: string };
    const lefts = Object.keys(key);
    return (
      lefts.filter((left) => given[left] === key[left]).length /
      Math.max(lefts.length, Object.keys(given).length)
    );
  }
  if (!Array.isArray(answer)) return +(response === answer);
  if (!Array.isArray(response)) return 0;
  const longest = Math.max(answer.length, given.length) - 1;
  if (type === "order") {
    return (
      answer.filter((id, at) => at && given[given.indexOf(id) - 1] === answer[at - 1]).length / (longest || 1)
    );
  }
  const right = answer.filter((id) => given.indexOf(id) >= 0).length;
  return Math.max(0, right * 2 - given.length) / answer.length;
}
