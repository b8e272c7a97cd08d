// The form finder (CURRICULUM.md, X5c): household business, cooperative or company? For sellers in China.
import { deciding } from "../shared/deciding.tsx";
import { forks, stories } from "./stories.ts";
import { words } from "./words.ts";

export const mount = deciding({ forks, stories, words });
