// Four orders and where their money is (CURRICULUM.md, PY1): an ordinary one, one that arrives broken, a picture of a
// payment, a payment past the platform. The mood plays no part: nobody is angry with money.
import type { Talk } from "../../app/engine/talking.ts";

const ship = {
  held: [
    ["hold", "held", 0],
    ["send", "sent", 0],
  ] as [string, string, number][],
};
const sent = {
  sent: [
    ["twice", "sent", 0],
    ["wait", "released", 0],
  ] as [string, string, number][],
};

export const talks: Talk[] = [
  {
    ...{ id: "first", mood: 3, lost: ["unpaid"] },
    turns: {
      new: [
        ["early", "unpaid", 0],
        ["until", "held", 0],
      ],
      ...ship,
      ...sent,
    },
  },
  {
    ...{ id: "broken", mood: 3, lost: ["both"] },
    turns: {
      broken: [
        ["own", "both", 0],
        ["deny", "broken", 0],
        ["agree", "refunded", 0],
      ],
    },
  },
  {
    ...{ id: "picture", mood: 3, lost: ["faked"] },
    turns: {
      picture: [
        ["trust", "faked", 0],
        ["another", "picture", 0],
        ["look", "looked", 0],
      ],
      looked: [
        ["anyway", "faked", 0],
        ["tell", "kept", 0],
      ],
    },
  },
  {
    ...{ id: "outside", mood: 3, lost: ["naked"] },
    turns: {
      outside: [
        ["card", "naked", 0],
        ["inside", "held", 0],
      ],
      ...ship,
      ...sent,
    },
  },
];

/** Where the coin and the parcel are: 0 with the buyer, 1 with the platform or on the road, 2 with the seller. */
export const places: { [turn: string]: [coin: number, parcel: number] } = {
  new: [0, 2],
  held: [1, 2],
  sent: [1, 0],
  released: [2, 0],
  unpaid: [0, 0],
  broken: [1, 0],
  both: [0, 0],
  refunded: [0, 0],
  picture: [0, 2],
  looked: [0, 2],
  faked: [0, 0],
  kept: [0, 2],
  outside: [0, 2],
  naked: [2, 2],
};
