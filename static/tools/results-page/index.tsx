// The results page (CURRICULUM.md, X17): the words of a search, the ads among what it finds, the page to open.
import type { VNode } from "preact";
import { found } from "../../app/engine/finding.ts";
import type { Found, Task } from "../../app/engine/finding.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Icon, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import type { Turns } from "../shared/turns.tsx";
import { searches, tasks } from "./pages.ts";
import type { Search } from "./pages.ts";
import { words } from "./words.ts";

const Glass = (): VNode => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <path d="M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12M15 15l6 6" />
  </svg>
);

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  const seen = (taps: string[]): Found => found(tasks, [], taps) as Found;
  const hit = (id: string): string[] => say.hits[id] as string[];

  /** Why this was tapped rightly, or not. */
  function about({ task, item, isRight }: NonNullable<Found["last"]>): string {
    const [, kind] = task.id.split(" ");
    const query = say.queries[item];
    if (query) return query[1];
    return kind === "ads" ? (isRight ? say.isAd : say.noAd) : hit(item)[4] || say.isAd;
  }

  const Said = ({ last }: Pick<Found, "last">): VNode => (
    <div role="alert" data-next tabIndex={-1}>
      {last && (
        <Told isGood={last.isRight}>{[last.isRight ? say.yes : say.look, about(last)].join(say.gap)}</Told>
      )}
    </div>
  );

  const Hit = ({
    id,
    isAd,
    ask,
    isMarked,
  }: {
    id: string;
    isAd: boolean;
    ask?: () => void;
    isMarked: boolean;
  }): VNode => {
    const [title, site, date, line] = hit(id);
    return (
      <button
        type="button"
        class={isMarked ? "hit hear marked" : "hit hear"}
        data-item={id}
        aria-disabled={!ask}
        onClick={ask}
      >
        <b>{title}</b>
        <span class="small">
          {isAd && <b class="ad">{say.ad}</b>}
          {site} · {date}
        </span>
        <span class="small soft">{line}</span>
        {isMarked && (
          <span class="small mark">
            <Icon name="check" />
            {say.marked}
          </span>
        )}
      </button>
    );
  };

  const Queries = ({ task, last, move }: { task: Task; last: Found["last"] } & Turns<string>): VNode => (
    <ul class="hits">
      {task.items.map((id) => (
        <li key={id}>
          <button type="button" class="hit hear" data-item={id} onClick={() => move(id)}>
            <span class="query">
              <Glass />
              {(say.queries[id] as string[])[0]}
            </span>
          </button>
          {last && !last.isRight && last.item === id && <Said last={last} />}
        </li>
      ))}
    </ul>
  );

  const Hits = ({
    search,
    task,
    now,
    move,
  }: { search: Search; task: Task; now: Found } & Turns<string>): VNode => (
    <ol class="hits">
      {search.hits.map((id) => {
        const isMarked =
          task.wanted.length > 1 ? now.marked.indexOf(id) >= 0 && now.last!.task === task : false;
        const isSaid = now.last && !now.last.isRight && now.last.task === task && now.last.item === id;
        return (
          <li key={id}>
            <Hit
              id={id}
              isAd={search.ads.indexOf(id) >= 0}
              isMarked={isMarked}
              {...(isMarked ? {} : { ask: () => move(id) })}
            />
            {isSaid && <Said last={now.last} />}
          </li>
        );
      })}
    </ol>
  );

  return takeTurns<string>(root, options, say, {
    canBe: (taps) => !!found(tasks, [], taps),
    outcome(taps) {
      const { done, misses } = seen(taps);
      return done === tasks.length ? { tasks: done, misses } : null;
    },
    view(turns) {
      const now = seen(turns.play.moves);
      const { done, last } = now;
      const task = tasks[done];
      const search = searches[Math.floor(done / 3)];
      const isTold = turns.play.isTold && last;
      const isOnward = isTold && last.isRight && last.task !== task;
      return (
        <>
          <Count of={tasks.length} done={done} label={say.count} />
          <div role="status">
            {isOnward ? (
              <Told isGood>{[say.yes, about(last)].join(say.gap)}</Told>
            ) : (
              isTold && last.isRight && <span class="unseen">{say.marked}</span>
            )}
          </div>
          {task && search ? (
            <>
              <p class="hear" data-next={!isTold || isOnward || undefined} tabIndex={-1}>
                <b>{(say.asks[Math.floor(done / 3)] as string[])[done % 3]}</b>
              </p>
              <div class="browser">
                <p class="address small" aria-hidden="true">
                  {say.site}
                </p>
                <p class="box">
                  <Glass />
                  {done % 3 ? (
                    (say.queries[search.exact] as string[])[0]
                  ) : (
                    <span class="soft">{say.empty}</span>
                  )}
                </p>
                {done % 3 ? (
                  <Hits {...{ search, task, now }} {...turns} />
                ) : (
                  <Queries task={task} last={isTold ? last : null} {...turns} />
                )}
              </div>
            </>
          ) : (
            <div class="card" data-next tabIndex={-1}>
              <p>
                <b>{say.end}</b>
              </p>
              {say.lessons.map((lesson) => (
                <p key={lesson} class="hear">
                  {lesson}
                </p>
              ))}
            </div>
          )}
        </>
      );
    },
  });
};
