// Screens that come late: the tabs' rooms and joining; and under the module `-`, which no module can be named, a check set,
// an assessment, certificates, challenges, what waits to be sent, who learns here, her pass and her lock, and her questions.

import type { VNode } from "preact";
import type { grade } from "../engine/grading.ts";
import type { neededRight } from "../engine/progress.ts";
import type { feedback, question } from "../../lesson/question.ts";
import {
  certificatesWordsOf,
  proofWordsOf,
  type CertificatesWords,
  type ProofWords,
} from "../text/proving.ts";
import { waitingWordsOf, type WaitingWords } from "../text/sending.ts";
import { householdWordsOf, type HouseholdWords } from "../text/sharing.ts";
import { libraryWordsOf, meWordsOf, pathWordsOf } from "../text/tabs.ts";
import type { MeWords } from "../text/text.ts";
import { trainerWordsOf, type TrainerWords } from "../text/trainer.ts";
import type { RoomScreen } from "./parts.tsx";
import type { Room } from "./room.tsx";

/** What the shell has, handed in: sharing it would cost the shell bytes. */
export interface Kit {
  question: typeof question;
  feedback: typeof feedback;
  grade: typeof grade;
  neededRight: typeof neededRight;
  Room: typeof Room;
}

const path = async () => (await import("./path.tsx")).Path;
const library = async () => (await import("./library.tsx")).Library;
const me = async () => (await import("./me.tsx")).Me;
const join = (code: string) => async () => {
  const { Join } = await import("./join.tsx");
  return (screen: RoomScreen<MeWords>) => <Join {...screen} code={code} />;
};
const proof = (kit: Kit, module: string, lesson: string) => async () => {
  const { Assessment, Check } = await import("./proof.tsx");
  return (screen: RoomScreen<ProofWords>) =>
    lesson ? (
      <Check {...screen} kit={kit} module={module} lesson={lesson} />
    ) : (
      <Assessment {...screen} kit={kit} module={module} />
    );
};
const certificates = async () => (await import("./certificates.tsx")).Certificates;
/** `ask`, from a lesson `ask:{module}:{lesson}`, and from an answer `ask:{event}`. */
const trainer = (first: string, lesson: string) => async () => {
  const { Trainer } = await import("./trainer.tsx");
  return (screen: RoomScreen<TrainerWords>) => <Trainer {...screen} first={first} lesson={lesson} />;
};
const waiting = async () => (await import("./waiting.tsx")).Waiting;
/** `first`: what of it is shown first. The address `pass:CODE` is read by the room itself, which may stand under any address. */
const who = (first: string) => async () => {
  const { Who } = await import("./who.tsx");
  return (screen: RoomScreen<HouseholdWords>) => <Who {...screen} first={first} />;
};
const households: Record<
  string,
  (first: string) => () => Promise<(screen: RoomScreen<HouseholdWords>) => VNode>
> = {
  who,
  pass: who,
  bar: () => async () => (await import("./bar.tsx")).Bar,
  mypass: () => async () => (await import("./pass.tsx")).MyPass,
  mylock: () => async () => (await import("./locking.tsx")).Locking,
};
const full = async () => (await import("./full.tsx")).Full;
const challenges = async () => (await import("./certificates.tsx")).Challenges;

const viewOf = (name: string, kit: Kit) => {
  const [kind, module = "", lesson = ""] = name.split(":");
  const { Room } = kit;
  return (screen: RoomScreen) => {
    const household = households[kind!];
    if (household)
      return <Room<HouseholdWords> {...screen} load={household(module)} own={householdWordsOf} key={name} />;
    if (kind === "path") return <Room {...screen} load={path} own={pathWordsOf} />;
    if (kind === "library") return <Room {...screen} load={library} own={libraryWordsOf} />;
    if (kind === "me") return <Room<MeWords> {...screen} load={me} own={meWordsOf} />;
    if (kind === "join") return <Room<MeWords> {...screen} load={join(module)} own={meWordsOf} />;
    if (kind === "ask")
      return (
        <Room<TrainerWords> {...screen} load={trainer(module, lesson)} own={trainerWordsOf} key={name} />
      );
    if (kind === "full") return <Room {...screen} load={full} />;
    if (kind === "waiting") return <Room<WaitingWords> {...screen} load={waiting} own={waitingWordsOf} />;
    if (kind === "certificates")
      return <Room<CertificatesWords> {...screen} load={certificates} own={certificatesWordsOf} />;
    if (kind === "challenges")
      return <Room<CertificatesWords> {...screen} load={challenges} own={certificatesWordsOf} />;
    return <Room<ProofWords> {...screen} load={proof(kit, module, lesson)} own={proofWordsOf} />;
  };
};

const views = new Map<string, ReturnType<typeof viewOf>>();

/** `name`: the last part of the address. One view each: with another one the screen would begin anew in another language. */
export function furtherOf(name: string, kit: Kit) {
  const view = views.get(name) ?? viewOf(name, kit);
  views.set(name, view);
  return view;
}
