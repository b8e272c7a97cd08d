// What waits to be sent, in one line; where several people learn, hers apart from what the others did.

import { Component, type ComponentChildren } from "preact";
import { openCounting, type Share } from "../lesson/whose.ts";
import { ago } from "../text/amounts.ts";
import { Icon, type RoomScreen } from "./parts.tsx";

/** `children`: what is said besides where something of hers waits. */
type Showing = RoomScreen & { children?: ComponentChildren };

/** Icon, fact, comfort: what waits, and that it is safe. */
export class Status extends Component<Showing, { share: Share | null }> {
  override state = { share: null as Share | null };

  override componentDidMount() {
    void this.look();
  }

  override componentDidUpdate(before: Showing) {
    if (before.state !== this.props.state) void this.look();
  }

  look = async () => {
    const { model, state } = this.props;
    if (state.me.profiles) this.setState({ share: await model.lend(openCounting)() });
  };

  override render({ state, words, children }: Showing, { share }: { share: Share | null }) {
    const { waiting, sentAt, hasSent, me } = state;
    if (waiting && me.profiles && !share) return <p class="status" role="status" />; // nobody has counted yet
    const { mine, others } = waiting && share && me.profiles ? share : { mine: waiting, others: 0 };
    const sent = () => (sentAt && hasSent ? words.allSent(ago(words, sentAt, Date.now())) : words.allSafe);
    const hers = mine ? words.waiting(mine) : others ? words.noneOfYours : sent();
    return (
      <>
        <p class="status" role="status">
          <Icon name={mine ? "cloud" : "phone"} />
          <span>
            {hers}
            {others > 0 && <span class="cl soft">{words.othersWait(others)}</span>}
          </span>
        </p>
        {mine > 0 && children}
      </>
    );
  }
}
