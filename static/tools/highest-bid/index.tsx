// The highest bid a click (CURRICULUM.md, X13b, RA6): three ads, a hundred clicks each, and what is left of them.
import { render } from "preact";
import type { VNode } from "preact";
import { hundred } from "../../app/engine/bidding.ts";
import type { Ad } from "../../app/engine/bidding.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Mission, Told } from "../shared/frame.tsx";
import { Back, Dial } from "../shared/parts.tsx";
import * as play from "./play.ts";
import type { Play } from "./play.ts";
import { words } from "./words.ts";

const drawn = [
  <>
    <path fill="#fbf1df" d="M17 34h14v18H17zM38 42h12v14H38z" />
    <path fill="#8a5638" d="M4 36c0-34 40-34 40 0zm26 8c0-28 32-28 32 0z" />
  </>,
  <>
    <path fill="#c8544a" d="M16 6h32v10H16z" />
    <rect x="12" y="15" width="40" height="44" rx="8" fill="#f0a72e" />
    <path fill="#fff6e2" d="M18 29h28v18H18z" />
  </>,
  <>
    <circle cx="32" cy="33" r="27" fill="#8a6a3c" />
    <circle cx="32" cy="33" r="23" fill="#8aae45" />
    <ellipse cx="32" cy="33" rx="7" ry="9" fill="#f3f0c6" />
  </>,
];

/** Who clicks, in four rows; those who buy carry a bag. */
const Clicks = ({ buys }: { buys: number }): VNode => (
  <svg class="bid-clicks" viewBox="0 0 250 50" aria-hidden="true">
    {Array.from({ length: 100 }, (_, n) => {
      // Scattered, as buyers are.
      const isBuyer = (37 * n + 11) % 100 < buys;
      const [x, y] = [10 * (n % 25), 12.5 * Math.floor(n / 25)];
      return (
        <path
          key={n}
          class={isBuyer ? "buys" : undefined}
          d={`M${x + 5} ${y + 1}a2.2 2.2 0 1 0 .1 0M${x + 1.5} ${y + 11}q0-5 3.5-5t3.5 5z`}
        />
      );
    })}
  </svg>
);

const yuan = (fen: number): string => `¥${(Math.abs(fen) / 100).toFixed(2)}`;
const short = (fen: number): string => `¥${fen / 100}`;

export const mount: Mount = (root, { language, goal, state, keep, done }) => {
  const say = words[language];
  let now = play.kept(state);

  function put(next: Play): void {
    const hasWon = next.won && !now.won;
    const isOnward = next.told === "right" && next.at !== now.at;
    now = next;
    draw();
    const focus = isOnward && root.querySelector<HTMLElement>("[data-next]");
    if (focus) focus.focus();
    if (keep) keep(play.toKeep(now));
    if (hasWon) done({ bids: now.bids.map((bid) => (play.worth * bid) / 100), misses: now.misses });
  }

  const Panel = ({ ad, bid }: { ad: Ad; bid: number }): VNode => {
    const [name, how] = say.goods[now.at] as [string, string, string, string];
    return (
      <div class="card tight" data-next tabIndex={-1}>
        <div class="face">
          <svg class="bid-goods" viewBox="0 0 64 64" aria-hidden="true">
            {drawn[now.at]}
          </svg>
          <div class="grow hear">
            <p>
              <b>{name}</b> <span class="tag bid-ad">{say.ad}</span>
            </p>
            <p>{how}</p>
            <p>{say.left(short(ad.left))}</p>
          </div>
        </div>
        <p class="hear">{say.clicks(ad.buys)}</p>
        <Clicks buys={ad.buys} />
        <Account ad={ad} bid={bid} />
      </div>
    );
  };

  function Account({ ad, bid }: { ad: Ad; bid: number }): VNode {
    const { cost, brought, rest } = hundred(ad, bid);
    const most = Math.max(cost, brought) || 1;
    const row = ([name, value]: [string, string], part: number, chip: string): VNode => (
      <div class="hear">
        <p class="row bid-sums">
          <span class="grow">{name}</span>
          <b>{value}</b>
        </p>
        <div class="split thin">
          <i class={chip} style={`width:${(100 * part) / most}%`} />
        </div>
      </div>
    );
    return (
      <div class="bid-account">
        {row(say.in(ad.buys, short(ad.left), yuan(brought)), brought, "c6")}
        {row(say.out(yuan(bid), yuan(cost)), cost, "c5")}
        <p class="row bid-sums hear" role="status">
          <span class="grow">{say.rest[rest < 0 ? 1 : 0]}</span>
          <b class={rest < 0 ? "sum over" : "sum"}>{`${rest < 0 ? "−" : ""}${yuan(rest)}`}</b>
        </p>
        {!!ad.keep && <p class="small hear">{say.keep(ad.buys, short(ad.keep), yuan(ad.buys * ad.keep))}</p>}
      </div>
    );
  }

  const Hand = (): VNode => {
    const ad = play.ads[now.at] as Ad;
    const bid = play.bidOf(now);
    return (
      <>
        <Panel ad={ad} bid={bid} />
        <p class="ask hear">
          <b>{(say.goods[now.at] as string[])[2]}</b>
        </p>
        <Dial
          id="bid"
          label={say.bid}
          steps={play.steps}
          at={now.bids[now.at] as number}
          show={yuan(bid)}
          say={say}
          turn={(step, isSettled) => put(play.turned(now, step, isSettled))}
        />
        <div role="status">
          {now.told && now.told !== "right" && <Told isGood={false}>{say.told[now.told]}</Told>}
        </div>
        <button type="button" class="btn" data-place onClick={() => put(play.placed(now))}>
          {say.place}
        </button>
      </>
    );
  };

  const All = (): VNode => (
    <>
      <p data-next tabIndex={-1}>
        <b>{say.all}</b>
      </p>
      <ul class="ways card">
        {play.ads.map(({ left, buys, keep: stays }, n) => (
          <li key={n} class="hear">
            {(say.goods[n] as string[])[0]}
            <b>{say.line(short(left - stays), buys, yuan(play.worth * (now.bids[n] as number)))}</b>
          </li>
        ))}
      </ul>
    </>
  );

  function draw(): void {
    const { at, told, won } = now;
    render(
      <div class="tool">
        <h3 class="ask hear">{say.title}</h3>
        <Mission text={won ? say.won : goal} isDone={won} />
        <p class="small soft hear">{say.rule}</p>
        <Count of={play.ads.length} done={at} label={say.count} />
        <div role="status">
          {told === "right" && <Told isGood>{(say.goods[at - 1] as string[])[3]}</Told>}
        </div>
        {at < play.ads.length ? <Hand key={at} /> : <All />}
        <p class="small soft hear">{say.note}</p>
        <Back say={say} now={now} restarted={play.restarted} put={(next) => put({ ...next, told: null })} />
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
};
