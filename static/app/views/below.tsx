// What stands below the next step: messages, what else can be done, and what waits to be sent.

import { Component } from "preact";
import { openMessages } from "../lesson/messages.ts";
import { proofsOf } from "../lesson/proofs.ts";
import type { Message } from "../storage/records.ts";
import { Offers } from "./offers.tsx";
import { Go, Icon, Picture, type RoomScreen } from "./parts.tsx";
import { Status } from "./status.tsx";

export function Below(screen: RoomScreen) {
  const { state, words, tier } = screen;
  // A word about the review stands among the messages; here the review itself is offered, while there is one.
  const unread = state.messages.filter(({ read_at, link }) => !read_at && !/\/-\/review\/$/.test(link));
  return (
    <>
      {unread.slice(0, 2).map((message) => (
        <Word {...screen} message={message} />
      ))}
      {state.finished > 0 && <Offers {...screen} />}
      {tier === 2 && <Outside {...screen} />}
      <Status {...screen}>
        {state.last && state.last !== "done" && (
          <>
            <p class="small soft">{state.last === "refused" ? words.notReady : words.noAnswer}</p>
            <a class="btn bare fit" href={`/${state.language}/-/waiting/`}>
              {words.whatWaits}
            </a>
          </>
        )}
      </Status>
    </>
  );
}

/** What she may show that she can, and has not shown yet. */
class Unproved extends Component<RoomScreen, { proved: string[] | null }> {
  override state = { proved: null as string[] | null };

  override async componentDidMount() {
    const proofs = await this.props.model.lend(({ store, state }) => proofsOf(store, state().me.learner));
    this.setState({ proved: proofs.filter(({ passed }) => passed).map(({ module }) => module) });
  }

  override render({ state, words }: RoomScreen, { proved }: { proved: string[] | null }) {
    if (!proved) return null;
    return (
      <>
        {state.modules
          .filter(({ id, hasAssessment }) => hasAssessment && proved.indexOf(id) < 0)
          .map(({ id, title }) => (
            <a class="card" href={`/${state.language}/-/proof:${id}/`}>
              <span class="blob good">
                <Icon name="check" />
              </span>
              <span class="grow">
                <b>{words.showIt}</b>
                <br />
                <span class="small soft">{title}</span>
              </span>
              <Icon name="more" />
            </a>
          ))}
      </>
    );
  }
}

/** There is no next step. */
export function Nothing(screen: RoomScreen) {
  const { state, words, art } = screen;
  const isEmpty = !state.modules.some(({ place }) => place === "here");
  // Nothing comes by itself: it is hers to choose.
  const isSaving = isEmpty && state.savesData && state.modules.some(({ place }) => place === "fetch");
  // Nothing comes now; lessons in another language may be here.
  const isAway = isEmpty && !!state.last && state.last !== "done";
  return (
    <>
      <Picture art={art} name={isEmpty ? "away" : "together"} alt={isEmpty ? words.away : ""} />
      <h2>{isSaving ? words.savedData : isEmpty ? words.nothingYet : words.allDone}</h2>
      <p>{isSaving ? words.savedDataMore : isEmpty ? words.nothingYetMore : words.allDoneMore}</p>
      {(isSaving || isAway) && <Go href="/library">{words.toLibrary}</Go>}
      {!isEmpty && <Unproved {...screen} />}
      {!isEmpty && (
        <a class="btn" href="/path">
          {words.lookAgain}
        </a>
      )}
    </>
  );
}

function Word({ model, message, words }: RoomScreen & { message: Message }) {
  const href = message.link || "/me";
  return (
    <a class="card" href={href} onClick={() => void model.lend(openMessages)(message)}>
      <span class="blob hint">
        <Icon name="bell" />
      </span>
      <span class="grow">
        <b>{message.title || words.message}</b>
        <br />
        <span class="small soft">{message.text}</span>
      </span>
      <Icon name="more" />
    </a>
  );
}

/** Tier 2: says what is true here, and the way to more where there is one. */
function Outside({ words }: RoomScreen) {
  if (!isSecureContext) return <p class="small soft">{words.onlyConnected}</p>;
  return (
    <section class="say">
      <Icon name="phone" />
      <div>
        <b>{words.openOutside}</b>
        <p>{words.openOutsideMore}</p>
      </div>
    </section>
  );
}
