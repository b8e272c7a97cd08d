import type { Round } from "../shared/road.tsx";

export const rounds: Round[] = [
  {
    steps: [
      ["account"],
      ["identity"],
      ["bank"],
      ["category"],
      ["papers"],
      ["deposit"],
      ["freight", "return"],
      ["product"],
      ["test"],
    ],
    traps: ["chat", "fee"],
    offered: [
      ...["category", "product", "chat", "account", "return", "bank"],
      ...["test", "fee", "identity", "freight", "deposit", "papers"],
    ],
  },
];
