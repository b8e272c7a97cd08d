// Five complaints (CURRICULUM.md, EC8): the answer, the proof, the next step. The law behind: Consumer Rights Law
// arts. 24 and 25, SPC rules on online consumption arts. 1 to 3, E-Commerce Law arts. 60 to 62.
import type { Reply, Talk } from "../../app/engine/talking.ts";

type Turns = Talk["turns"];

/** What does not fit leads nowhere; some of it costs patience. */
const turn = (name: string, offered: string[], right: string, to: string): Turns => ({
  [name]: offered.map((id): Reply => {
    if (id === right) return [id, to, 1];
    return [id, name, angering.indexOf(id) < 0 ? 0 : -1];
  }),
});
const angering = ["refuse", "block", "excluded", "ident", "private"];

/** Answer, proof, next step: all proofs and all steps lie there, and one of them fits. */
const filed = (
  id: string,
  mood: number,
  answers: string[],
  right: string,
  proof: string,
  step: string,
): Talk => ({
  ...{ id, mood, lost: [] },
  turns: {
    ...turn(id, answers, right, `proof-${id}`),
    ...turn(`proof-${id}`, ["ident", "video", "slip", "order"], proof, `step-${id}`),
    ...turn(`step-${id}`, ["private", "refund", "friday", "platform"], step, `closed-${id}`),
  },
});

export const talks: Talk[] = [
  filed("mind", 3, ["refuse", "block", "accept"], "accept", "order", "refund"),
  filed("rotten", 2, ["excluded", "block", "sorry"], "sorry", "video", "refund"),
  filed("photo", 3, ["block", "pay", "angle"], "angle", "video", "platform"),
  filed("late", 2, ["private", "lookup", "block"], "lookup", "slip", "friday"),
  filed("outside", 3, ["keep", "private", "block"], "keep", "order", "refund"),
];

/** Which face it is. */
export const faces = [1, 2, 4, 3, 5];
