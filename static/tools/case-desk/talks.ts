// Five complaints (CURRICULUM.md, EC8): the answer, the proof, the next step. The law behind: Consumer Rights Law
// arts. 24 and 25, SPC rules on online consumption arts. 1 to 3, E-Commerce Law arts. 60 to 62.
import type { Reply, Talk } from "../../app/engine/talking.ts";

const proofs = ["ident", "video", "slip", "order"];

/** All proofs lie there; one of them fits. */
const proof = (turn: string, right: string, to: string): { [turn: string]: Reply[] } => ({
  [turn]: proofs.map((id) => (id === right ? [id, to, 1] : [id, turn, id === "ident" ? -1 : 0])),
});

/** What does not fit costs patience and leads nowhere. */
const step = (turn: string, wrong: string[], right: string, to: string): { [turn: string]: Reply[] } => ({
  [turn]: [...wrong.map((id): Reply => [id, turn, -1]), [right, to, 1]],
});

export const talks: Talk[] = [
  {
    ...{ id: "mind", mood: 3, lost: [] },
    turns: {
      ...step("mind", ["refuse", "block"], "accept", "proof-mind"),
      ...proof("proof-mind", "order", "next-mind"),
      ...step("next-mind", ["never"], "seven", "returned"),
    },
  },
  {
    ...{ id: "rotten", mood: 2, lost: [] },
    turns: {
      ...step("rotten", ["excluded", "block"], "sorry", "proof-rotten"),
      ...proof("proof-rotten", "video", "next-rotten"),
      ...step("next-rotten", ["block"], "platform", "settled"),
    },
  },
  {
    ...{ id: "internet", mood: 3, lost: [] },
    turns: {
      ...step("stranger", ["block", "pay"], "angle", "proof-photo"),
      ...proof("proof-photo", "video", "next-photo"),
      ...step("next-photo", ["pay"], "open", "decided"),
    },
  },
  {
    ...{ id: "late", mood: 2, lost: [] },
    turns: {
      ...step("late", ["notme", "block"], "lookup", "proof-late"),
      ...proof("proof-late", "slip", "next-late"),
      ...step("next-late", ["signed"], "either", "arrived"),
    },
  },
  {
    ...{ id: "outside", mood: 4, lost: ["twice"] },
    turns: {
      outside: [
        ["transfer", "twice", 0],
        ["keep", "proof-way", 1],
      ],
      ...proof("proof-way", "order", "next-way"),
      "next-way": [
        ["both", "twice", 0],
        ["refund", "written", 1],
      ],
    },
  },
];

/** Which face it is. */
export const faces = [1, 2, 4, 3, 5];
