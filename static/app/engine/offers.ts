// Comparing what platforms ask before the first sale (CURRICULUM.md, X3). Cases: tests/vectors/offers.json.

export type Cost = "deposit" | "fee" | "ads" | "stock" | "packing";
export type Merit = "time" | "buyers" | "rules";
export type Weights = { [aim in Merit | "money"]: number };

/** Money in yuan; `commission` a share of each sale; merits 0 (hard) to 5 (good); the day somebody looked it up. */
export interface Offer {
  costs: { [cost in Cost]: number };
  commission: number;
  merits: { [merit in Merit]: number };
  date: string;
}

export interface Cash {
  /** Needed before the first sale. */
  first: number;
  /** Of it: the deposit, once the shop is closed in order. */
  back: number;
  /** Of it: gone, or turned into goods and boxes. */
  spent: number;
}

export function cash({ costs: { deposit, fee, ads, stock, packing } }: Offer): Cash {
  const spent = fee + ads + stock + packing;
  return { first: deposit + spent, back: deposit, spent };
}

/** A real day, written 2026-11-22; whatever else stands there is no date. */
export function isDated({ date }: Offer): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00:00Z`) : null;
  return !!day && !isNaN(+day) && day.toISOString().slice(0, 10) === date;
}

/** 0 to 100 each, in the order given. Who needs the least cash has all of the points for money. */
export function points(offers: Offer[], weights: Weights): number[] {
  const least = Math.min(...offers.map((offer) => cash(offer).first));
  const total = weights.money + weights.time + weights.buyers + weights.rules || 1;
  return offers.map((offer) => {
    const { first } = cash(offer);
    const { time, buyers, rules } = offer.merits;
    const merits = weights.time * time + weights.buyers * buyers + weights.rules * rules;
    return (100 * (weights.money * (first ? least / first : 1) + merits / 5)) / total;
  });
}
