import { start } from "./first.ts";
import { words } from "./words.zh-hans.ts";

start(words);
