// The touchpad (CURRICULUM.md, X7b): a pad moves a pointer over a drawn desk; four errands with one thumb.
import { Component } from "preact";
import type { VNode } from "preact";
import { desk, errands, shape } from "../../app/engine/pointing.ts";
import type { Desk } from "../../app/engine/pointing.ts";
import type { Mount } from "../shared/options.ts";
import { Count, Told } from "../shared/frame.tsx";
import { takeTurns } from "../shared/turns.tsx";
import { after, lastSpot, moved, thingAt, things, width } from "./desk.ts";
import type { Spot } from "./desk.ts";
import { Drawing, Pointer } from "./drawing.tsx";
import { words } from "./words.ts";
import type { Words } from "./words.ts";

const seen = (acts: string[]): Desk => desk(things, acts) as Desk;
const arrows: { [key: string]: [number, number] } = {
  ...{ ArrowLeft: [-20, 0], ArrowRight: [20, 0], ArrowUp: [0, -20], ArrowDown: [0, 20] },
};
/** The pointer goes further than the thumb, as on a computer. */
const speed = 1.5;

interface Props {
  acts: string[];
  say: Words;
  move(act: string): void;
}

interface Looking {
  pointer: Spot;
  /** The pointer has not moved since the last act. */
  isStill: boolean;
}

class Touchpad extends Component<Props, Looking> {
  override state: Looking = { pointer: lastSpot(this.props.acts), isStill: true };
  private from: Spot | null = null;
  private isTap = false;

  private go(pointer: Spot): void {
    this.setState({ pointer, isStill: false });
  }

  /** Whatever is held can only be let go. */
  private act(name: string): void {
    const { acts, move } = this.props;
    const thing = thingAt(this.state.pointer);
    if (seen(acts).held && name === "right") return;
    this.setState({ isStill: true });
    move(`${seen(acts).held ? "drop" : name} ${thing ? thing.id : ""}`);
  }

  private slid(event: PointerEvent): void {
    const { clientX: x, clientY: y } = event;
    if (!this.from) return;
    const reach = (speed * width) / (event.currentTarget as HTMLElement).clientWidth;
    const [across, down] = [(x - this.from.x) * reach, (y - this.from.y) * reach];
    if (this.isTap && Math.abs(across) + Math.abs(down) < 12) return;
    this.isTap = false;
    this.from = { x, y };
    this.go(moved(this.state.pointer, across, down));
  }

  private lifted(): void {
    if (this.from && this.isTap) this.act("left");
    this.from = null;
  }

  private keyed(event: KeyboardEvent): void {
    const arrow = arrows[event.key];
    if (arrow) this.go(moved(this.state.pointer, ...arrow));
    else if (event.key === "Enter" || event.key === " ") this.act("left");
    else return;
    event.preventDefault();
  }

  private Pad({ say }: Props): VNode {
    return (
      <div class="touchpad">
        <div
          class="pad small soft"
          role="application"
          tabIndex={0}
          aria-label={say.pad}
          onKeyDown={(event) => this.keyed(event)}
          onPointerDown={(event) => {
            this.from = { x: event.clientX, y: event.clientY };
            this.isTap = true;
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={(event) => this.slid(event)}
          onPointerUp={() => this.lifted()}
          onPointerCancel={() => (this.from = null)}
        >
          {say.slide}
        </div>
        {(["left", "right"] as const).map((act) => (
          <button key={act} type="button" class="btn hear" data-act={act} onClick={() => this.act(act)}>
            {say[act]}
          </button>
        ))}
      </div>
    );
  }

  override render(): VNode {
    const { acts, say } = this.props;
    const { pointer, isStill } = this.state;
    const now = seen(acts);
    const { errand, last, held } = now;
    const thing = thingAt(pointer);
    const look = held ? "arrow" : shape(thing, isStill && !!last && last.said === "link");
    const about = now.chosen ? say.things[now.chosen as "kiwi"] : "";
    return (
      <>
        <Count
          of={errands.length}
          done={errand ? errands.indexOf(errand) : errands.length}
          label={say.count}
        />
        {errand && (
          <p class="ask hear">
            <b>{say.errands[errand].replace("{}", about)}</b>
          </p>
        )}
        <div role="status" data-next={errand ? undefined : true} tabIndex={-1}>
          <Told isGood={!!last && last.isGood}>{say.said[last ? last.said : "buttons"]}</Told>
        </div>
        <div class="desk">
          <Drawing desk={now} pointer={pointer} shape={look} say={say} />
          <p aria-live="polite" class="small">
            <svg viewBox="-16 -16 40 44" aria-hidden="true">
              <Pointer shape={look} />
            </svg>
            <span>
              <b>{say.shapes[look]}</b> {thing && say.things[thing.id]}
            </span>
          </p>
        </div>
        {errand && this.Pad(this.props)}
        {errand && (
          <div class="bins">
            <button
              type="button"
              class="btn hear"
              data-act="hold"
              aria-pressed={!!held}
              onClick={() => this.act("hold")}
            >
              {held ? say.drop : say.hold}
            </button>
            <button type="button" class="btn hear" data-act="next" onClick={() => this.go(after(thing))}>
              {say.onward}
            </button>
          </div>
        )}
      </>
    );
  }
}

export const mount: Mount = (root, options) => {
  const say = words[options.language];
  /** One step back begins the pointer anew, where it stood at the act before. */
  let [begun, length] = [0, 0];
  return takeTurns<string>(root, options, say, {
    canBe: (acts) => !!desk(things, acts),
    outcome(acts) {
      const { errand, detours } = seen(acts);
      return errand ? null : { errands: errands.length, detours };
    },
    view({ play: { moves }, move }) {
      if (moves.length < length) begun++;
      length = moves.length;
      return <Touchpad key={begun} acts={moves} say={say} move={move} />;
    },
  });
};
