// Case files that Python and TypeScript both pass.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../tests/vectors");

export const vectors = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
