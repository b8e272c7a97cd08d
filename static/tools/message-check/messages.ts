// Six messages of a village group (CURRICULUM.md, IN3), and what to do with each.
import type { Message } from "../../app/engine/checking.ts";

export const messages: Message[] = [
  { id: "subsidy", verdict: "leave" },
  { id: "notice", verdict: "use" },
  { id: "price", verdict: "ask" },
  { id: "cure", verdict: "leave" },
  { id: "voice", verdict: "ask" },
  { id: "shot", verdict: "leave" },
];
