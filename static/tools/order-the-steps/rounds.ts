import type { Round } from "../shared/road.tsx";

export const rounds: Round[] = [
  {
    steps: [
      ["search"],
      ["compare"],
      ["order"],
      ["pay"],
      ["accept"],
      ["pack"],
      ["courier"],
      ["sign"],
      ["released"],
    ],
    traps: [],
    offered: ["pack", "pay", "search", "released", "courier", "compare", "sign", "accept", "order"],
  },
  {
    steps: [["opens"], ["asks"], ["looks"], ["agrees"], ["refund"], ["claim"]],
    traps: ["paid", "silence"],
    offered: ["refund", "silence", "looks", "opens", "claim", "paid", "asks", "agrees"],
  },
];
