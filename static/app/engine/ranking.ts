// The ranking simulator's model (CURRICULUM.md, section 6.1), twin of courses/engine/ranking.py
// (cases: tests/vectors/ranking.json). Its weights are invented, for learning.

export type Feature = "rel" | "sales" | "rating" | "price" | "delivery" | "photo" | "new";
export type Weights = { [feature in Feature]: number };

export interface Listing {
  id: string;
  rel: number;
  sales: number;
  rating: number;
  n: number;
  price: number;
  hours: number;
  photo: number;
  new?: number;
  bid?: number;
  pctr?: number;
}

export interface Placed {
  id: string;
  score: number;
}

export const leastRelevance = 0.4;

export const defaultWeights: Weights = {
  rel: 30,
  sales: 25,
  rating: 15,
  price: 10,
  delivery: 10,
  photo: 10,
  new: 0,
};

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/** Step 1: those whose words fit. */
export const matched = (listings: Listing[]): Listing[] =>
  listings.filter(({ rel }) => rel >= leastRelevance);

function features(listing: Listing, among: Listing[]): Weights {
  const prices = among.map(({ price }) => price);
  const highest = Math.max(...prices);
  const mostSales = Math.max(...among.map(({ sales }) => sales));
  const rating = (listing.rating * listing.n + 4.5 * 20) / (listing.n + 20);
  return {
    rel: listing.rel,
    sales: Math.log1p(listing.sales) / (Math.log1p(mostSales) || 1),
    rating: clip((rating - 3) / 2),
    price: (highest - listing.price) / (highest - Math.min(...prices) || 1),
    delivery: clip(1 - (listing.hours - 24) / 48),
    photo: listing.photo,
    new: listing.new || 0,
  };
}

/** Steps 1 and 2, best first; equal scores keep the order given. */
export function ranked(listings: Listing[], weights: Weights): Placed[] {
  const found = matched(listings);
  const names = Object.keys(weights) as Feature[];
  const total = names.reduce((sum, name) => sum + weights[name], 0) || 1;
  return found
    .map((listing, place) => {
      const has = features(listing, found);
      return {
        id: listing.id,
        place,
        score: (100 * names.reduce((sum, name) => sum + weights[name] * has[name], 0)) / total,
      };
    })
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map(({ id, score }) => ({ id, score }));
}

/** Who gets the advertising place: bid × expected click rate, best first. */
export const adSlot = (listings: Listing[]): [string, number][] =>
  listings
    .filter(({ bid }) => bid)
    .map(({ id, bid = 0, pctr = 0 }): [string, number] => [id, bid * pctr])
    .sort((a, b) => b[1] - a[1]);

/** The five shops of the search “干香菇 500克” and one whose words do not fit. B is the learner's. */
export const shiitakeListings: Listing[] = [
  { id: "A", rel: 0.8, sales: 3000, rating: 4.7, n: 2200, price: 39, hours: 24, photo: 0.7, pctr: 0.05 },
  { id: "B", rel: 0.95, sales: 20, rating: 4.9, n: 9, price: 45, hours: 48, photo: 0.5, pctr: 0.04 },
  {
    id: "C",
    rel: 0.55,
    sales: 900,
    rating: 4.2,
    n: 600,
    price: 28,
    hours: 72,
    photo: 0.4,
    bid: 0.9,
    pctr: 0.02,
  },
  {
    id: "D",
    rel: 0.85,
    sales: 1500,
    rating: 4.8,
    n: 1300,
    price: 59,
    hours: 24,
    photo: 0.9,
    bid: 1.2,
    pctr: 0.03,
  },
  {
    id: "E",
    rel: 0.95,
    sales: 0,
    rating: 0,
    n: 0,
    price: 42,
    hours: 24,
    photo: 0.8,
    new: 1,
    bid: 0.8,
    pctr: 0.05,
  },
  { id: "F", rel: 0.3, sales: 5000, rating: 4.6, n: 4100, price: 19, hours: 24, photo: 0.8, pctr: 0.04 },
];
