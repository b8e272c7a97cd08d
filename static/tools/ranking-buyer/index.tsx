// Be the buyer (CURRICULUM.md, X1b): buy for three people, look as far as it takes, and see who is never looked at.
import { render } from "preact";
import type { VNode } from "preact";
import type { Need } from "../../app/engine/buyer.ts";
import type { Listing } from "../../app/engine/ranking.ts";
import { glide } from "../shared/glide.ts";
import type { Mount } from "../shared/options.ts";
import { Choice } from "../shared/choice.tsx";
import { Icon, Mission } from "../shared/frame.tsx";
import { Back, Next } from "../shared/parts.tsx";
import * as play from "./play.ts";
import type { Play } from "./play.ts";
import { words } from "./words.ts";
import type { Words } from "./words.ts";

/** What the buyer needs, in words. */
function Wishes({ now, say }: { now: Play; say: Words }): VNode {
  const need = play.needOf(now);
  return (
    <div class="wishes hear">
      <p>
        <b>{say.people[now.mission]}</b>
      </p>
      <ul>
        {(Object.keys(need) as (keyof Need)[]).map((key) => (
          <li key={key}>{say.need[key](need[key] as number)}</li>
        ))}
      </ul>
    </div>
  );
}

interface OfferProps {
  offer: Listing;
  say: Words;
  isBought: boolean;
  fits: boolean;
  buy(): void;
}

const Offer = ({ offer, say, isBought, fits, buy }: OfferProps): VNode => (
  <li data-id={offer.id} class={isBought ? "mine hear" : "hear"} tabIndex={-1}>
    <p class="row">
      <b class="grow">{say.names[offer.id]}</b>
      <b class="s">¥{offer.price}</b>
    </p>
    <p>
      {offer.n ? say.reviews(offer.rating, offer.n) : say.noReviews} · {say.sold(offer.sales)}
    </p>
    <p>
      {say.sent(offer.hours)} · {say.photo(offer.photo)}
    </p>
    <button type="button" class="btn" aria-label={`${say.buy}: ${say.names[offer.id]}`} onClick={buy}>
      {fits && <Icon name="check" />}
      {isBought ? say.bought : say.buy}
    </button>
  </li>
);

export const mount: Mount = (root, { language, goal, state, keep, done }) => {
  const say = words[language];
  let now = play.kept(state);

  function put(next: Play): void {
    const hasWon = next.won[next.mission] && !now.won[now.mission];
    now = next;
    glide(root, draw);
    keep?.(play.toKeep(now));
    const { mission, bought, seen, order } = now;
    if (hasWon) done({ mission: mission + 1, bought, seen, order });
  }

  function lookOn(): void {
    put(play.lookOn(now));
    root.querySelector<HTMLElement>(".offers > :last-child")?.focus();
  }

  function go(): void {
    put(play.nextMission(now));
    root.querySelector<HTMLElement>("h3")?.focus();
  }

  function draw(): void {
    const isDone = now.won[now.mission] as boolean;
    const all = play.list(now);
    const misses = play.misses(now);
    const isWrong = !!misses && misses.length > 0;
    render(
      <div class="tool">
        <h3 class="ask hear" tabIndex={-1}>
          {say.search}
        </h3>
        <Mission
          title={say.mission(now.mission + 1)}
          text={isDone ? (say.won[now.mission] as string) : goal}
          isDone={isDone}
        >
          {isDone && now.mission < 2 && <Next say={say} go={go} />}
        </Mission>
        <Wishes now={now} say={say} />
        <Choice
          name="buyer-order"
          label={say.orderLabel}
          options={play.orders.map((order) => say.orders[order])}
          chosen={play.orders.indexOf(now.order)}
          choose={(n) => put(play.sort(now, play.orders[n] as Play["order"]))}
          shown
        />
        <ol class="offers">
          {all.slice(0, now.seen).map((offer) => (
            <Offer
              key={offer.id}
              offer={offer}
              say={say}
              isBought={offer.id === now.bought}
              fits={offer.id === now.bought && !isWrong}
              buy={() => put(play.buy(now, offer.id))}
            />
          ))}
        </ol>
        <div role="status">
          {isWrong && (
            <p class="left hint hear">{say.notForHer(misses.map((key) => say.misses[key]).join(say.and))}</p>
          )}
          <p class="small soft hear">{say.looked(now.seen, all.length)}</p>
        </div>
        {now.seen < all.length && (
          <button type="button" class="btn hear" onClick={lookOn}>
            <span>{say.lookOn}</span>
            <Icon name="next" />
          </button>
        )}
        <Back say={say} now={now} restarted={play.restarted} put={put} />
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
};
