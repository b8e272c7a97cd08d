import { start } from "./first.ts";
import { words } from "./words.en.ts";

start(words);
