// Two searches and what they find (CURRICULUM.md, IN2): the words, the ads, the page to open.
import type { Task } from "../../app/engine/finding.ts";

export interface Search {
  id: string;
  queries: string[];
  exact: string;
  hits: string[];
  ads: string[];
  page: string;
}

export const searches: Search[] = [
  {
    ...{ id: "post", queries: ["post-wide", "post-exact", "post-short"], exact: "post-exact" },
    ...{ hits: ["fast", "story", "old", "agent", "office"], ads: ["fast", "agent"], page: "office" },
  },
  {
    ...{ id: "dry", queries: ["dry-short", "dry-wide", "dry-exact"], exact: "dry-exact" },
    ...{ hits: ["dryer", "trick", "bags", "station", "forum"], ads: ["dryer", "bags"], page: "station" },
  },
];

/** Three tasks for each search. */
export const tasks: Task[] = searches.reduce<Task[]>(
  (all, { id, queries, exact, hits, ads, page }) => [
    ...all,
    { id: `${id} words`, items: queries, wanted: [exact] },
    { id: `${id} ads`, items: hits, wanted: ads },
    { id: `${id} page`, items: hits, wanted: [page] },
  ],
  [],
);
