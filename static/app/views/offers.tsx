// What Today offers beside the next step, once a lesson is finished: the review, where something is due, and to say a name.

import { Component, type ComponentChildren } from "preact";
import type { Offer } from "../lesson/reviewing.ts";
import { Icon, type RoomScreen } from "./parts.tsx";
import { askAtOnce } from "./questions.ts";

/** Exercises a minute: she knows what is asked. */
const perMinute = 4;

export const Offers = (screen: RoomScreen) => (
  <>
    <Review {...screen} />
    {!screen.state.order.length && (
      <Line
        href="/path"
        title={screen.words.surveyOffer}
        more={screen.words.surveyOfferMore}
        onClick={askAtOnce}
      >
        <Icon name="path" />
      </Line>
    )}
    {!screen.state.profile && (
      <Line href="/me" title={screen.words.askName} more={screen.words.askNameMore}>
        <Icon name="me" />
      </Line>
    )}
  </>
);

function Line(line: {
  href: string;
  title: string;
  more: string;
  children: ComponentChildren;
  onClick?: (event: Event) => void;
}) {
  return (
    <a class="card" href={line.href} onClick={line.onClick}>
      <span class="blob">{line.children}</span>
      <span class="grow">
        <b>{line.title}</b>
        <br />
        <span class="small soft">{line.more}</span>
      </span>
      <Icon name="more" />
    </a>
  );
}

/** One calm line. The cards themselves are the lesson's own screen. */
class Review extends Component<RoomScreen, { offer: Offer | null }> {
  override state = { offer: null as Offer | null };

  override componentDidMount() {
    void this.ask();
  }

  async ask() {
    const review = await this.props.model.reviewing();
    this.setState({ offer: await review.offer() });
  }

  override render({ state, words }: RoomScreen, { offer }: { offer: Offer | null }) {
    if (!offer) return null;
    return (
      <Line
        href={`/${state.language}/-/review/`}
        title={offer.isBack ? words.welcomeBack : words.reviewTitle}
        more={
          offer.isBegun
            ? words.reviewGoesOn
            : words.reviewMore(offer.exercises, Math.ceil(offer.exercises / perMinute))
        }
      >
        <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 12a8 8 0 0 1 14-5l2 2V4M20 12a8 8 0 0 1-14 5l-2-2v5" />
        </svg>
      </Line>
    );
  }
}
