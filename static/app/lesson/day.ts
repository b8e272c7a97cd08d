// The day in the name of a file that she saves: she looks for today's by her phone's calendar, not by UTC.

const two = (part: number) => String(part).padStart(2, "0");

/** YYYY-MM-DD where the phone is. `now`: ms since 1970. */
export function dayHere(now: number): string {
  const day = new Date(now);
  return [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join("-");
}
