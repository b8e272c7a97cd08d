// What the screens show, and what can be done. Observable, no DOM: views read `state`, and call the actions.

import type { Fold } from "../storage/record.ts";
import type { Settings } from "../storage/settings.ts";
import type { Store } from "../storage/store.ts";
import type { Catalogue, Language, Me, Message, Outline, Profile } from "../storage/records.ts";
import type { Ask } from "../syncing/ask.ts";
import { startCourier, type Courier } from "../syncing/courier.ts";
import { most, type Outcome } from "../syncing/sync.ts";
import { uuid7 } from "../storage/ids.ts";
import type { openGetting } from "./getting.ts";
import { foldNothing, foldOf } from "./fold.ts";
import type { Membership } from "./joining.ts";
import { observable, type Observable } from "./observable.ts";
import { nextStep, shelf, type LessonOnShelf, type ModuleOnShelf } from "./shelf.ts";
import type { openReviewing } from "./reviewing.ts";
import { openLesson, type OpenLesson } from "./sitting.ts";

export interface State {
  me: Me;
  language: Language;
  /** Nobody has begun here yet: ask the language and say Start. */
  isNew: boolean;
  /** Who learned here was erased at the server, and so on this phone, or the centre stopped the phone; until somebody begins. */
  wasErased: boolean | "revoked";
  /** Several people learn here, and nobody has said who it is now. */
  asks: boolean;
  profile: Profile | null;
  membership: Membership | null;
  modules: ModuleOnShelf[];
  next: LessonOnShelf | null;
  /** Her own order of lessons, `module/lesson`, from the survey; empty until she answered it. */
  order: string[];
  finished: number;
  messages: Message[];
  waiting: number;
  /** The last good talk with the server, ms since 1970; null: there was none yet. */
  sentAt: number | null;
  /** Something that she did on this phone has been sent. */
  hasSent: boolean;
  /** How the last talk with the server went. */
  last: Outcome["kind"] | null;
  /** The module on its way, and how much of it is here. */
  getting: { module: string; done: number; bytes: number } | null;
  /** The phone has no room for what it was asked to keep. */
  isFull: boolean;
  /** What she did last found no room on this phone, pictures or not. */
  isOut: boolean;
  savesData: boolean;
  settings: Settings;
}

export interface Model {
  state: Observable<State>;
  courier: Courier;
  /** Names this build. */
  app: string;
  refresh(): Promise<void>;
  /** Takes over what the first page wrote since. */
  adopt(): Promise<void>;
  open(module: string, lesson: string, language: Language): Promise<OpenLesson | null>;
  /** Modules onto this phone, and from it. */
  getting(): Promise<ReturnType<typeof openGetting>>;
  /** Past exercises that are due again. */
  reviewing(): Promise<ReturnType<typeof openReviewing>>;
  /** What the shell has, lent to what comes with a further room: sharing it would cost the shell bytes. */
  lend<T>(open: (needs: Lent, nothing: Fold, wrote: () => Promise<void>, folding: typeof foldOf) => T): T;
  /** A lesson's HTML with addresses that show its pictures here. */
  withMedia(html: string): Promise<string>;
  /** How this phone shows lessons, whoever learns on it. */
  setting(change: Partial<Settings>): void;
  /** Small things that a practice wants to find again. */
  recall(key: string): Promise<unknown>;
  remember(key: string, value: unknown): Promise<void>;
}

export interface Lent {
  store: Store;
  ask: Ask;
  state: () => State;
  set: (change: Partial<State>) => void;
  chose: (change: Partial<State>) => void;
  refresh: () => Promise<void>;
}

export interface Options {
  store: Store;
  ask: Ask;
  app: string;
  /** Where nothing is known yet: from the address, else from the browser. */
  language: Language;
  savesData: boolean;
  /** The module whose page is open is the first to be fetched. */
  prefer: string | null;
  /** The app's own further files, address → beginning of its hash: what these practices need, and the drawings. */
  extras(tools: string[]): Promise<Record<string, string>>;
  /** What this browser can do. */
  can?: string[];
}

/** What is asked for together comes together: on a slow phone each wait for the database is a tenth of a second. */
async function load({ store, ...options }: Options): Promise<State> {
  const [me, spoken] = await Promise.all([store.me(), store.recall<Language>("language")]);
  const { learner, profiles } = me;
  const hers = profiles && (await store.recall<Language>(`language:${learner}`));
  const language = hers || spoken || options.language;
  const recall = async <T>(key: string) => (await store.recall<T>(key)) ?? null;
  const [outline, progress, catalogue, packs, sittings, messages, order, ...rest] = await Promise.all([
    recall<Outline>(`outline:${language}`),
    store.progressOf(learner),
    recall<Catalogue>(`catalogue:${language}`),
    store.packs(),
    store.sittingsOf(learner),
    store.messagesOf(learner),
    recall<string[]>(`path:${learner}`),
    recall("started"),
    recall<State["wasErased"]>("wasErased"),
    recall<Profile>(`profile:${learner}`),
    recall<Membership>(`membership:${learner}`),
    store.countWaiting(),
    recall<number>("sentAt"),
    recall(`sent:${learner}`),
    recall<boolean>("savesData"),
  ]);
  const [started, wasErased, profile, membership, waiting, sentAt, sent, savesData] = rest;
  // Where the app has not seen it open since, its first page knows better how far she is.
  const left = sittings.map((one) => {
    const first = store.firstPageAt(one.module, one.lesson);
    return first ? { ...one, card: Math.max(one.card, first.card) } : one;
  });
  const modules = shelf({ language, outline, catalogue, packs, progress, sittings: left });
  const lessons = modules.reduce((all, module) => all.concat(module.lessons), [] as LessonOnShelf[]);
  return {
    me,
    language,
    isNew: !started && !progress.length,
    wasErased: wasErased ?? false,
    asks: !!me.profiles && learner !== store.here.learner,
    profile,
    membership,
    modules,
    next: nextStep(modules, order ?? []),
    order: order ?? [],
    finished: lessons.filter(({ progress }) => progress.finished).length,
    messages: messages.sort((one, other) => (one.created_at < other.created_at ? 1 : -1)),
    waiting,
    sentAt,
    hasSent: !!sent,
    last: null,
    getting: null,
    isFull: false,
    isOut: store.room.isOut,
    savesData: savesData ?? options.savesData,
    settings: store.settings(),
  };
}

export async function startModel(options: Options): Promise<Model> {
  const { store, ask } = options;
  await store.me();
  await adoptAll(store);
  const state = observable(await load(options));
  const size = { now: most };

  const set = (change: Partial<State>) => {
    state.value = { ...state.value, ...change };
  };

  store.room.told = (isOut) => {
    set({ isOut });
    if (!isOut) void adoptAll(store).then(refresh); // what the second place kept meanwhile
  };

  let asked = 0;
  let shown = 0;

  /** Her tap stands at once; what was looked up before it knows less, and is not shown. */
  const chose = (change: Partial<State>) => {
    shown = ++asked;
    set(change);
  };

  async function refresh(): Promise<void> {
    const turn = ++asked;
    const loaded = await load(options);
    if (turn < shown) return; // one that began later is shown already, and knows more
    shown = turn;
    const { last, getting, isFull, isOut } = state.value; // as they are now: they may have changed meanwhile
    state.value = { ...loaded, last, getting, isFull, isOut };
  }

  const talk = () => ({ ...options, language: state.value.language, size });

  async function told(outcome: Outcome): Promise<boolean> {
    let { kind } = outcome;
    if (outcome.kind === "done") {
      const phone = store.clock.now();
      await store.remember("sentAt", phone);
      await store.remember("met", { phone, server: outcome.now });
      const { learner } = await store.me(); // somebody else, where she was erased just now
      if (outcome.sent && learner === state.value.me.learner) await store.remember(`sent:${learner}`, true);
      const isFilled = await getting()
        .then(({ fill }) => fill())
        .catch(() => false);
      if (!isFilled) kind = "silent";
    }
    set({ last: kind });
    await refresh();
    return kind === "done";
  }

  const needs = { store, ask, options, state: () => state.value, set, chose, refresh };
  let opened: ReturnType<typeof openGetting> | undefined;
  const getting = async () =>
    (opened = opened ?? (await import("./getting.ts")).openGetting({ ...needs, nudge: courier.nudge }));

  const reviewing = async () => (await import("./reviewing.ts")).openReviewing(needs, foldOf, uuid7);

  const courier = startCourier(talk, told);
  const wrote = async () => {
    await refresh();
    courier.nudge();
  };

  return {
    state,
    courier,
    app: options.app,
    refresh,
    getting,
    recall: store.recall,
    remember: store.remember,
    reviewing,
    lend: (open) => open(needs, foldNothing, wrote, foldOf),
    async adopt() {
      if (await adoptAll(store)) await wrote();
    },
    async open(module, lesson, language) {
      const { learner } = state.value.me;
      // No module can have this name: the review of the day stands under it.
      const opening =
        module === "-"
          ? reviewing().then((review) => review.open(language))
          : openLesson(store, { learner, module, lesson, language });
      const open = await opening.catch(() => null);
      if (!open) return null;
      const keep = open.keep;
      open.keep = async (draft) => {
        await keep(draft);
        await wrote();
      };
      await wrote();
      return open;
    },
    async withMedia(html) {
      let shown = html;
      for (const address of html.match(/\/packs\/[0-9a-f]{64}/g) ?? [])
        shown = shown.replace(address, await store.mediaAddress(address.slice(-64)));
      return shown;
    },
    setting: (change) => set({ settings: store.setSettings(change) }),
  };
}

/** How many there were. Where it fails, they stay where the first page wrote them, and are taken over the next time. */
const adoptAll = (store: Store): Promise<number> =>
  store.adopt(foldOf(null, "")).then(
    ({ length }) => length,
    () => 0,
  );
