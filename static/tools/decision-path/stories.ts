import type { Fork, Story } from "../../app/engine/deciding.ts";

export const forks: Fork[] = [
  { id: "cooked", yes: "licence", no: "packed" },
  { id: "packed", yes: "file", no: "own" },
  { id: "own", yes: "notice", no: "register" },
];

export const stories: Story[] = [
  { id: "kiwi", so: ["own"] },
  { id: "wine", so: ["cooked", "own"] },
  { id: "resale", so: [] },
  { id: "shiitake", so: ["own"] },
  { id: "biscuits", so: ["packed"] },
  { id: "shoes", so: ["own"] },
];
