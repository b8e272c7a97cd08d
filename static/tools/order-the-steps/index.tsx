// Order the steps (CURRICULUM.md, X5): the journey of one order, and of one that comes back.
import { road } from "../shared/road.tsx";
import { rounds } from "./rounds.ts";
import { words } from "./words.ts";

export const mount = road({ rounds, words });
