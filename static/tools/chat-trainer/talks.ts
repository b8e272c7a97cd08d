// Four buyers in the shop's chat (CURRICULUM.md, IN5). A reply is its id, where it leads, what it does to the mood.
import type { Talk } from "../../app/engine/talking.ts";

export const talks: Talk[] = [
  {
    ...{ id: "parcel", mood: 3, lost: [] },
    turns: {
      where: [
        ["wait", "where", -1],
        ["fact", "when", 1],
        ["seen", "where", -1],
      ],
      when: [
        ["vague", "when", -1],
        ["day", "thanks", 1],
      ],
    },
  },
  {
    ...{ id: "fresh", mood: 3, lost: ["noorder"] },
    turns: {
      howlong: [
        ["best", "proof", -1],
        ["months", "small", 1],
        ["flood", "howlong", -1],
      ],
      proof: [
        ["months", "small", 1],
        ["trust", "noorder", -1],
      ],
      small: [
        ["offer", "buys", 1],
        ["push", "small", -1],
      ],
    },
  },
  {
    ...{ id: "leave", mood: 3, lost: ["norecord"] },
    turns: {
      private: [
        ["go", "norecord", 0],
        ["no", "private", -1],
        ["stay", "address", 1],
      ],
      address: [
        ["need", "address", -1],
        ["only", "orders", 1],
      ],
    },
  },
  {
    ...{ id: "group", mood: 3, lost: ["muted"] },
    turns: {
      stop: [
        ["more", "muted", -2],
        ["promise", "rules", 1],
        ["once", "stop", -1],
      ],
      rules: [
        ["daily", "rules", -1],
        ["quiet", "calm", 1],
      ],
    },
  },
];

/** Which face it is. */
export const faces = [1, 2, 3, 5];
