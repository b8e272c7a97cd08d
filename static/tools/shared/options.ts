// What a lesson gives a tool and what it gets back. A tool has one function, `mount`, and knows nothing else of the app.

export interface ToolOptions {
  language: "en" | "zh-hans";
  /** The author's sentence: what is there to reach. */
  goal: string;
  /** Something is reached: the lesson keeps `tool_used` with this result (self-reported) and offers the next step. */
  done(result: Record<string, unknown>): void;
  /** What `keep` was last given on this phone, if anything. */
  state?: unknown;
  keep?(state: unknown): void;
}

/** Draws into `root`; what comes back takes everything down again. */
export type Mount = (root: HTMLElement, options: ToolOptions) => () => void;
