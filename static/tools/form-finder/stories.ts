import type { Fork, Story } from "../../app/engine/deciding.ts";

export const forks: Fork[] = [
  { id: "together", yes: "farmers", no: "household" },
  { id: "farmers", yes: "cooperative", no: "company" },
];

export const stories: Story[] = [
  { id: "couple", so: [] },
  { id: "six", so: ["together", "farmers"] },
  { id: "investor", so: ["together"] },
  { id: "craft", so: [] },
];
