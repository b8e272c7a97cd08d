// What the phone keeps, as plain values. Times are ISO 8601 UTC with milliseconds; hashes are SHA-256 in hex.

import type { Fact } from "../engine/dated.ts";
import type { Lock } from "../engine/locks.ts";
import type { Progress } from "../engine/progress.ts";
import type { Notes } from "../engine/spoken.ts";

export type Language = "en" | "zh-hans";

/** One thing a learner did (docs/events.md). Written once, never changed, never deleted. */
export interface LearningEvent {
  id: string;
  v: 1;
  device: string;
  seq: number;
  learner: string;
  kind: string;
  at: string;
  session: string | null;
  mono: number | null;
  module: string;
  release: string;
  item: string;
  body: Record<string, unknown>;
}

/** What a screen hands over; the store adds who, where in the order, and when. */
export interface Draft {
  kind: string;
  /** Whose lesson is open; absent: who learns in this window now. */
  learner?: string;
  module?: string;
  release?: string;
  item?: string;
  body: Record<string, unknown>;
}

/** A photo or a spoken note. `id` is a uuid7, as an event's is: devices deliver both. */
export interface Attached {
  id: string;
  sha256: string;
  /** As the event's body names it: `image/webp`, `audio/webm` … */
  type: string;
  bytes: ArrayBuffer;
}

/** As it is kept: with the question that names it. */
export interface Attachment extends Attached {
  event: string;
  /** Who asked, as in the event. */
  learner: string;
}

/** One of those who learn here. */
export interface Learns {
  learner: string;
  /** Reads this learner's progress and inbox; 16 random bytes in hex. */
  read: string;
  lock?: Lock | undefined;
  /** Ids under which she learned before profiles of hers were merged: her older events carry them. */
  was?: string[] | undefined;
}

/** Who this installation is, and who learns on it now. All of it is minted here, before any contact with the server. */
export interface Me extends Learns {
  device: string;
  /** Append-only upload token of the device; 16 random bytes in hex. */
  token: string;
  /** All who learn here, where it is more than one or a lock is set; absent: she alone. Her `lock` and `was` stand there. */
  profiles?: Learns[] | undefined;
}

export interface Profile {
  nickname: string;
  picture: string;
  language: Language;
}

/** Who somebody is, as the server tells a phone that knows nothing of her. */
export interface Introduction extends Profile {
  /** Her seat; without the code with which she joined. */
  membership: { centre: string; group: string } | null;
}

export interface ProgressRow {
  learner: string;
  module: string;
  lesson: string;
  /** The fold of the events written on this phone. */
  own: Progress;
  /** What the server last said; it knows her other phones. */
  server: Progress;
}

/** A module that she showed to have learned, or not yet; as the server says. */
export interface Proof {
  module: string;
  way: "assessment" | "trainer";
  passed: boolean;
  /** Null where a trainer saw it. */
  right: number | null;
  of: number | null;
  at: string;
  /** After one not passed: when new questions may be drawn. */
  again_at: string | null;
  certificate: { code: string; state: "open" | "claimed" | "revoked" } | null;
}

/** How far she came with one exercise in a sitting. */
export interface Tried {
  tries: number;
  right: boolean;
}

/** A lesson from its opening to its end, over reloads and changes of language. */
export interface Sitting {
  learner: string;
  module: string;
  lesson: string;
  /** The id of the `lesson_opened` event. */
  sitting: string;
  /** The number of that event: of two sittings the one with the higher number is the newer. Those of before had none. */
  seq?: number | undefined;
  release: string;
  language: Language;
  /** The lesson's file: it stays this one until the lesson is finished. */
  file: string;
  /** From 1. */
  card: number;
  cards: number;
  /** By exercise. */
  done: Record<string, Tried>;
  finished: boolean;
}

export interface Message {
  learner: string;
  id: string;
  kind: string;
  title: string;
  text: string;
  link: string;
  created_at: string;
  read_at: string | null;
}

export interface ManifestLesson {
  id: string;
  title: string;
  minutes: number;
  exercises: number;
  file: string;
  bytes: number;
}

export interface Manifest {
  format: 1;
  release: string;
  module: string;
  language: Language;
  title: string;
  about: string;
  lessons: ManifestLesson[];
  pictures: { file: string; bytes: number; type: string }[];
}

/** A module on this phone, or on its way to it. */
export interface Pack {
  module: string;
  language: Language;
  manifest: Manifest;
  /** All of it, pictures too, is here. */
  complete: boolean;
  /** While its words come for the first time: the lessons whose words are here already. Absent: all of them. */
  held?: string[];
}

export interface LessonFile {
  format: 1;
  module: string;
  lesson: string;
  language: Language;
  title: string;
  minutes: number;
  can: string;
  html: string;
  items: Record<string, ExerciseData>;
  tools: Record<string, { name: string; goal: string }>;
}

export interface ExerciseData {
  type: string;
  edition: number;
  answer: unknown;
  why: string;
  whys?: Record<string, string>;
  fact?: string | null;
  tolerance?: number;
}

export interface CatalogueModule {
  id: string;
  language: Language;
  title: string;
  lessons: number;
  release: string;
  manifest: string;
  bytes: number;
  /** Learners may show what they can, and get a certificate. */
  assessment?: true;
}

export interface Catalogue {
  hash: string;
  language: Language;
  outline: { release: string; file: string; bytes: number } | null;
  modules: CatalogueModule[];
}

export interface OutlineLesson {
  id: string;
  title: string;
  minutes: number;
  level: string;
  needs: string[];
  helps: string[];
  /** Its last step is for a computer. */
  computer?: boolean;
}

export interface SurveyQuestion {
  id: string;
  icon: string;
  type: "yes-no" | "one" | "several" | "how-often" | "how-true" | "words" | "year";
  /** `question/answer`: asked only where she gave it. */
  only_if: string | null;
  /** 1 is asked first; the others can wait for another day. Outlines of before had one part. */
  part?: number;
  prompt: string;
  options: { id: string; text: string }[];
}

export interface Outline {
  format: 1;
  id: string;
  language: Language;
  title: string;
  modules: { id: string; title: string; core: boolean; lessons: OutlineLesson[] }[];
  glossary: { id: string; term: string; meaning: string }[];
  /** Outlines of before had none. */
  survey?: SurveyQuestion[];
  facts?: Fact[];
  say?: Notes;
}

/** Count and XOR of the ids that this device has delivered. */
export interface Digest {
  n: number;
  x: string;
}
