// Stories that each go down a path of questions to the end that fits: decision path, form finder.
import type { VNode } from "preact";
import { journey } from "../../app/engine/deciding.ts";
import type { Answer, Fork, Journey, Standing, Story } from "../../app/engine/deciding.ts";
import type { Mount, ToolOptions } from "./options.ts";
import { Count, Told } from "./frame.tsx";
import { takeTurns } from "./turns.tsx";
import type { Turns } from "./turns.tsx";

export interface DecidingWords {
  title: string;
  rule: string;
  won: string;
  /** A question; what is said where the answer is yes, and where it is no, to who answered otherwise. */
  forks: { [fork: string]: [string, string, string] };
  /** Who it is, and how things are. */
  stories: { [story: string]: [string, string] };
  /** How an end is called, and what there is to do. */
  ends: { [end: string]: [string, string] };
}

const common = {
  en: {
    yes: "Yes",
    no: "No",
    way: "The way so far",
    count: "Stories that reached their end",
    look: "Look again.",
    gap: " ",
    next: "Next story",
    all: "Show me all of them",
  },
  "zh-hans": {
    yes: "是",
    no: "不是",
    way: "走过的路",
    count: "走到头的故事",
    look: "再看看。",
    gap: "",
    next: "下一个",
    all: "都看一遍",
  },
};

interface Options {
  forks: Fork[];
  stories: Story[];
  words: { [language in ToolOptions["language"]]: DecidingWords };
}

export function deciding({ forks, stories, words }: Options): Mount {
  return (root, options) => {
    const say = words[options.language];
    const general = common[options.language];

    const Tale = ({ story, standing }: { story: Story; standing: Standing }): VNode => {
      const [who, how] = say.stories[story.id] as [string, string];
      return (
        <div class="card tight hear">
          <p>
            <b>{who}</b>
          </p>
          <p>{how}</p>
          {!!standing.way.length && (
            <ul class="ways" aria-label={general.way}>
              {standing.way.map(({ fork, answer }) => (
                <li key={fork}>
                  {(say.forks[fork] as string[])[0]}
                  <b>{general[answer]}</b>
                </li>
              ))}
            </ul>
          )}
        </div>
      );
    };

    const Question = ({ standing: { at, isOff }, move }: { standing: Standing } & Turns<Answer>): VNode => (
      <>
        <p id="fork" class="ask hear" data-next={isOff ? undefined : true} tabIndex={-1}>
          <b>{(say.forks[at] as string[])[0]}</b>
        </p>
        <div class="bins" role="group" aria-labelledby="fork">
          {(["yes", "no"] as const).map((answer) => (
            <button key={answer} type="button" class="btn hear" onClick={() => move(answer)}>
              {general[answer]}
            </button>
          ))}
        </div>
      </>
    );

    const End = ({ standing }: { standing: Standing }): VNode => {
      const [name, todo] = say.ends[standing.at] as [string, string];
      return (
        <Told isGood>
          <b>{name}</b>
          <br />
          {todo}
        </Told>
      );
    };

    const Off = ({ standing: { at }, story }: { standing: Standing; story: Story }): VNode => {
      const [, ifYes, ifNo] = say.forks[at] as [string, string, string];
      return (
        <Told isGood={false}>
          {[general.look, story.so.indexOf(at) < 0 ? ifNo : ifYes].join(general.gap)}
        </Told>
      );
    };

    const All = ({ ended }: Pick<Journey, "ended">): VNode => (
      <ul class="ways card" data-next tabIndex={-1}>
        {ended.map(({ story, standing }) => (
          <li key={story.id}>
            {(say.stories[story.id] as string[])[0]}
            <b>{(say.ends[standing.at] as string[])[0]}</b>
          </li>
        ))}
      </ul>
    );

    return takeTurns<Answer>(root, options, say, {
      canBe: (answers) => !!journey(forks, stories, answers),
      outcome(answers) {
        const { ended, now } = journey(forks, stories, answers) as Journey;
        const straight = ended.filter(({ standing }) => !standing.detours).length;
        return now ? null : { stories: ended.length, straight };
      },
      view(turns) {
        const { ended, now } = journey(forks, stories, turns.play.moves) as Journey;
        const { isTold } = turns.play;
        const isBegun = now && now.standing.given;
        const end = isTold && !isBegun ? ended[ended.length - 1] : undefined;
        const shown = end || now;
        return (
          <>
            <Count of={stories.length} done={ended.length} label={general.count} />
            {shown ? <Tale {...shown} /> : <All ended={ended} />}
            <div role="status">
              {end ? <End {...end} /> : isTold && now && now.standing.isOff && <Off {...now} />}
            </div>
            {end ? (
              <button type="button" class="btn" data-next onClick={turns.goOn}>
                {now ? general.next : general.all}
              </button>
            ) : (
              now && <Question standing={now.standing} {...turns} />
            )}
          </>
        );
      },
    });
  };
}
