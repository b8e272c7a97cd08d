// Opening a shop at the invented “Mushroom Market” (CURRICULUM.md, EC5): ten steps, two traps, nothing is typed.
import { road } from "../shared/road.tsx";
import { rounds } from "./rounds.ts";
import { words } from "./words.ts";

export const mount = road({ rounds, words });
