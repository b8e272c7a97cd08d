// The decision path (CURRICULUM.md, X5b): must this shop be registered? For sellers in China.
import { deciding } from "../shared/deciding.tsx";
import { forks, stories } from "./stories.ts";
import { words } from "./words.ts";

export const mount = deciding({ forks, stories, words });
