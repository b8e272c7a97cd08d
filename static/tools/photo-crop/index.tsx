// Four photos become main pictures (CURRICULUM.md, X9, PC6): a frame moved by hand or by arrows, its size, the light.
import { render } from "preact";
import type { VNode } from "preact";
import { height, moved, sized, smallest, unturned, width } from "../../app/engine/cropping.ts";
import type { Frame, Photo } from "../../app/engine/cropping.ts";
import type { Mount } from "../shared/options.ts";
import { hold } from "../shared/hold.ts";
import { Count, Mission, Told } from "../shared/frame.tsx";
import { Back, Dial } from "../shared/parts.tsx";
import { Drawn } from "./drawn.tsx";
import * as play from "./play.ts";
import type { Play, Shot } from "./play.ts";
import { words } from "./words.ts";

const STEP = 2;
const ways: ["left" | "up" | "down" | "right", number, number, string][] = [
  ["up", 0, -STEP, "M12 20V4M5 11l7-7 7 7"],
  ["left", -STEP, 0, "M20 12H4m7-7-7 7 7 7"],
  ["right", STEP, 0, "M4 12h16m-7-7 7 7-7 7"],
  ["down", 0, STEP, "M12 4v16m-7-7 7 7 7-7"],
];
const viewOf = ({ x, y, size }: Frame): string => [x, y, size, size].map((each) => 10 * each).join(" ");
const share = (part: number, of: number): string => `${(100 * part) / of}%`;

export const mount: Mount = (root, { language, goal, state, keep, done }) => {
  const say = words[language];
  let now = play.kept(state);

  function put(next: Play): void {
    const hasWon = next.won && !now.won;
    const isOnward = next.told === "good" && next.at !== now.at;
    now = next;
    draw();
    const focus = isOnward && root.querySelector<HTMLElement>("[data-next]");
    if (focus) focus.focus();
    if (keep) keep(play.toKeep(now));
    if (hasWon) done({ photos: play.photos.length, misses: now.misses });
  }
  const turn = (change: Partial<Shot>, key: string, isSettled: boolean): void =>
    put(play.turned(now, change, key, isSettled));

  /** The frame goes with the finger, and stays on the photo. */
  function carry(grip: HTMLElement | null): void {
    if (!grip) return;
    grip.onpointerdown = (event) => {
      event.preventDefault();
      const { pageX: x, pageY: y } = event;
      const { frame } = play.shotOf(now);
      const one = (grip.parentElement as HTMLElement).clientWidth / width;
      const follow = (event: PointerEvent, isSettled: boolean): void => {
        const to = moved(frame, frame.x + (event.pageX - x) / one, frame.y + (event.pageY - y) / one);
        if (now.turning === "drag" || to.x !== frame.x || to.y !== frame.y)
          turn({ frame: to }, "drag", isSettled);
      };
      hold(
        (event) => follow(event, false),
        (event) => follow(event, true),
      );
    };
  }
  /** One and the same function, so that a drag outlives what it draws. */
  const gripped = (grip: HTMLElement | null): void => carry(grip);

  const Shown = ({ at }: { at: number }): VNode => {
    const { frame, light } = now.shots[at] as Shot;
    const [name, , price] = say.photos[at] as [string, string, string];
    return (
      <div class="crop-sold">
        <Drawn photo={play.photos[at] as Photo} at={at} light={light} view={viewOf(frame)} />
        <p class="small hear">
          {name} <b>{price}</b>
        </p>
      </div>
    );
  };

  const Hand = (): VNode => {
    const { at } = now;
    const { frame, light } = play.shotOf(now);
    const { x, y, size } = frame;
    const photo = play.photos[at] as Photo;
    const place = `left:${share(x, width)};top:${share(y, height)};width:${share(size, width)};height:${share(size, height)}`;
    return (
      <>
        <div class="crop-photo" data-next tabIndex={-1}>
          <Drawn
            photo={photo}
            at={at}
            light={light}
            view="0 0 360 300"
            label={(say.photos[at] as string[])[1] as string}
          />
          <div class="crop-frame" style={place} ref={gripped} />
        </div>
        <p class="small soft hear">{say.frame}</p>
        <div class="row crop-hands">
          <div class="crop-moves" role="group" aria-label={say.frame}>
            {ways.map(([way, dx, dy, d]) => (
              <button
                key={way}
                type="button"
                class={way}
                aria-label={say.move[way]}
                onClick={() => turn({ frame: moved(frame, x + dx, y + dy) }, way, true)}
              >
                <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
                  <path d={d} />
                </svg>
              </button>
            ))}
          </div>
          <div class="grow">
            <p class="k">{say.preview}</p>
            <Shown at={at} />
          </div>
        </div>
        <Dial
          id="crop-size"
          label={say.size}
          steps={(height - smallest) / STEP + 1}
          at={Math.round((size - smallest) / STEP)}
          show={`${Math.round((100 * size) / height)} %`}
          say={say}
          turn={(step, isSettled) => turn({ frame: sized(frame, smallest + STEP * step) }, "size", isSettled)}
        />
        <Dial
          id="crop-light"
          label={say.light}
          steps={play.lights}
          at={light}
          show={say.lights(light - unturned)}
          say={say}
          turn={(step, isSettled) => turn({ light: step }, "light", isSettled)}
        />
        <div role="status">
          {now.told && now.told !== "good" && <Told isGood={false}>{say.told[now.told]}</Told>}
        </div>
        <button type="button" class="btn" data-use onClick={() => put(play.used(now))}>
          {say.use}
        </button>
      </>
    );
  };

  const All = (): VNode => (
    <>
      <p data-next tabIndex={-1}>
        <b>{say.all}</b>
      </p>
      <div class="crop-shelf">
        {play.photos.map((_, at) => (
          <Shown key={at} at={at} />
        ))}
      </div>
    </>
  );

  function draw(): void {
    const { at, told, won } = now;
    render(
      <div class="tool">
        <h3 class="ask hear">{say.title}</h3>
        <Mission text={won ? say.won : goal} isDone={won} />
        <p class="small soft hear">{say.rule}</p>
        <Count of={play.photos.length} done={at} label={say.count} />
        <div role="status">{told === "good" && <Told isGood>{say.good}</Told>}</div>
        {at < play.photos.length ? <Hand key={at} /> : <All />}
        <Back say={say} now={now} restarted={play.restarted} put={(next) => put({ ...next, told: null })} />
      </div>,
      root,
    );
  }

  draw();
  return () => render(null, root);
};
