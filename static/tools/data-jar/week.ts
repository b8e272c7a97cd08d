// The last week of the month and 500 MB (CURRICULUM.md, IN1). Invented round numbers of the right size: text takes
// little, pictures more, video most.
import type { Day } from "../../app/engine/jar.ts";

export const full = 500;

export const days: Day[] = [
  {
    id: "mon",
    ways: [
      { id: "teach", mb: 250 },
      { id: "lesson", mb: 1 },
    ],
  },
  {
    id: "tue",
    ways: [
      { id: "videocall", mb: 150 },
      { id: "call", mb: 10 },
      { id: "voice", mb: 1 },
    ],
  },
  {
    id: "wed",
    ways: [
      { id: "originals", mb: 60 },
      { id: "smaller", mb: 6 },
    ],
  },
  {
    id: "thu",
    ways: [
      { id: "film", mb: 700 },
      { id: "loaded", mb: 0 },
    ],
  },
  {
    id: "fri",
    ways: [
      { id: "autoplay", mb: 200 },
      { id: "off", mb: 20 },
    ],
  },
  {
    id: "sat",
    ways: [
      { id: "update", mb: 180 },
      { id: "wait", mb: 0 },
    ],
  },
  {
    id: "sun",
    ways: [
      { id: "free", mb: 0, isUnsafe: true },
      { id: "pay", mb: 3 },
    ],
  },
];
/** From here on it is said that it was much. */
export const much = 100;
