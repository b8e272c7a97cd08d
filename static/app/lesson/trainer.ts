// Questions to her trainer: what she is writing, with a photo or a spoken note; sent; and what was answered. It comes with its
// room.

import type { Fold } from "../storage/record.ts";
import type { Attached, LearningEvent, Message } from "../storage/records.ts";
import { hashOf } from "../syncing/verify.ts";
import type { Lent } from "./model.ts";
import { isOf } from "./whose.ts";

/** A photo or a note before it is sent. */
export interface Piece {
  type: string;
  bytes: ArrayBuffer;
}

/** What she has not sent yet. It lies on this phone until she does: the camera may throw the page out of a small phone. */
export interface Unsent {
  text: string;
  photo: Piece | null;
  note: Piece | null;
}

export const empty: Unsent = { text: "", photo: null, note: null };
export const isEmpty = ({ text, photo, note }: Unsent) => !text.trim() && !photo && !note;
export const weightOf = ({ photo, note }: Unsent) =>
  (photo?.bytes.byteLength ?? 0) + (note?.bytes.byteLength ?? 0);

/** As the server takes it (docs/events.md). */
export const limits = { text: 1000, photo: 61_440, note: 122_880 };
export const isLong = ({ text }: Unsent) => text.length > limits.text;

export interface Question {
  id: string;
  at: string;
  text: string;
  /** What went with it, in the order of the event; `bytes` null where it is no longer on this phone. */
  pieces: { type: string; bytes: ArrayBuffer | null }[];
  /** All of it, or some, waits on this phone; the centre has it; it was answered. */
  state: "here" | "sent" | "answered";
  answers: Message[];
}

export interface Conversation {
  questions: Question[];
  /** Answers to what was asked on another phone. */
  others: Message[];
}

/** The question that it answers. */
export const askedIn = ({ link }: Message) => /ask:([0-9a-f-]{36})\/?$/.exec(link)?.[1] ?? "";

export function openTrainer({ store, state }: Lent, nothing: Fold, wrote: () => Promise<void>) {
  const { learner } = state().me;
  const unsent = `ask:${learner}`;

  /** The release that she sees in this lesson; without one the question is about nothing in particular. */
  async function about(module: string, lesson: string) {
    const open = lesson ? await store.sittingOf(learner, module, lesson) : undefined;
    return open ? { module, release: open.release, item: lesson } : {};
  }

  async function attached({ photo, note }: Unsent): Promise<Attached[]> {
    const pieces = [photo, note].filter((piece): piece is Piece => !!piece);
    return Promise.all(
      pieces.map(async ({ type, bytes }) => ({
        ...{ id: store.mint().learner, sha256: await hashOf(bytes) },
        ...{ type: type.split(";")[0]!, bytes },
      })),
    );
  }

  return {
    draft: async (): Promise<Unsent> => (await store.recall<Unsent>(unsent)) ?? empty,

    /** A full phone keeps it only until the page is left. */
    keep: (draft: Unsent): Promise<void> =>
      store.remember(unsent, isEmpty(draft) ? null : draft).catch(() => undefined),

    /** Saved on this phone: the question and what goes with it, or nothing. Rejects where there is no room for it. */
    async send(draft: Unsent, module: string, lesson: string): Promise<void> {
      const pieces = await attached(draft);
      const named = pieces.map(({ id, sha256, type, bytes }) => ({
        ...{ id, sha256, type },
        bytes: bytes.byteLength,
      }));
      const { attachments } = await store.keeping();
      await store.write(
        {
          kind: "asked",
          ...(await about(module, lesson)),
          body: { text: draft.text.trim(), attachments: named },
        },
        nothing,
        undefined,
        pieces.length ? attachments.attach(pieces) : undefined,
      );
      await store.remember(unsent, null).catch(() => undefined);
      await wrote();
    },

    /** Hers alone, the newest first. */
    async look(): Promise<Conversation> {
      const { attachments } = await store.keeping();
      const [events, kept, waits] = await Promise.all([
        store.events(),
        attachments.all(),
        attachments.waits(),
      ]);
      const notHers = (await store.recall<string[]>(`reassigned:${learner}`)) ?? [];
      const answers = state().messages.filter(({ kind }) => kind === "answer");
      const isHers = isOf(state().me);
      const asked = events.filter(
        (event) => event.kind === "asked" && isHers(event) && notHers.indexOf(event.id) < 0,
      );
      const questionOf = ({ id, at, body }: LearningEvent): Question => {
        const named = (body.attachments ?? []) as { id: string; type: string }[];
        const replies = answers.filter((message) => askedIn(message) === id);
        const isHere = waits.has(id) || named.some((one) => waits.has(one.id));
        return {
          ...{ id, at, text: String(body.text) },
          pieces: named.map(({ id, type }) => ({
            type,
            bytes: kept.filter((one) => one.id === id)[0]?.bytes ?? null,
          })),
          state: replies.length ? "answered" : isHere ? "here" : "sent",
          answers: replies,
        };
      };
      const ids = asked.map(({ id }) => id);
      return {
        questions: asked.sort((one, other) => other.seq - one.seq).map(questionOf),
        others: answers.filter((message) => ids.indexOf(askedIn(message)) < 0),
      };
    },
  };
}

export type Trainer = ReturnType<typeof openTrainer>;
