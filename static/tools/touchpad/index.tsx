// The touchpad (CURRICULUM.md, X7b): a pad moves a pointer over a drawn desk; five errands with one thumb.
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
import type { Name, Words } from "./words.ts";

const seen = (acts: string[]): Desk => desk(things, acts) as Desk;
const arrows: { [key: string]: [number, number] } = {
  ...{ ArrowLeft: [-20, 0], ArrowRight: [20, 0], ArrowUp: [0, -20], ArrowDown: [0, 20] },
};
/** The pointer goes further than the thumb, as on a computer. */
const speed = 1.5;
/** How far up two fingers go to scroll. */
const stride = 24;

interface Props {
  acts: string[];
  say: Words;
  move(act: string): void;
}

class Touchpad extends Component<Props, { pointer: Spot }> {
  override state = { pointer: lastSpot(this.props.acts) };
  private from: Spot | null = null;
  private isTap = false;
  /** A second finger is on the pad: the first one scrolls. */
  private isPair = false;

  private go(pointer: Spot): void {
    this.setState({ pointer });
  }

  /** Whatever is held can only be let go. */
  private act(name: Name): void {
    const { acts, move } = this.props;
    const thing = thingAt(this.state.pointer);
    if (seen(acts).held && name === "right") return;
    move(`${seen(acts).held ? "drop" : name} ${thing ? thing.id : ""}`);
  }

  private touched(event: PointerEvent): void {
    this.isTap = event.isPrimary;
    this.isPair = !this.isTap;
    if (this.isTap) this.from = { x: event.clientX, y: event.clientY };
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
  }

  private slid(event: PointerEvent): void {
    const { clientX: x, clientY: y } = event;
    if (!this.from || !event.isPrimary) return;
    if (this.isPair) return this.from.y - y > stride ? this.scroll() : undefined;
    const reach = (speed * width) / (event.currentTarget as HTMLElement).clientWidth;
    const [across, down] = [(x - this.from.x) * reach, (y - this.from.y) * reach];
    if (this.isTap && Math.abs(across) + Math.abs(down) < 12) return;
    this.isTap = false;
    this.from = { x, y };
    this.go(moved(this.state.pointer, across, down));
  }

  /** Fingers that slide on after the end do nothing more. */
  private scroll(): void {
    if (seen(this.props.acts).errand === "scroll") this.act("scroll");
  }

  private lifted(): void {
    if (this.from && this.isTap) this.act("left");
    this.from = null;
  }

  private keyed(event: KeyboardEvent): void {
    const arrow = arrows[event.key];
    if (arrow) this.go(moved(this.state.pointer, ...arrow));
    else if (event.key === "Enter" || event.key === " ") this.act("left");
    else if (event.key === "PageDown") this.scroll();
    else return;
    event.preventDefault();
  }

  private button(name: Name, tapped = () => this.act(name)): VNode {
    return (
      <button type="button" class="btn hear" data-act={name} onClick={tapped}>
        {this.props.say.buttons[name]}
      </button>
    );
  }

  private Pad({ held }: Desk): VNode {
    const { say } = this.props;
    return (
      <>
        <div class="touchpad">
          <div
            class="pad small soft"
            role="application"
            tabIndex={0}
            aria-label={say.pad}
            onKeyDown={(event) => this.keyed(event)}
            onPointerDown={(event) => this.touched(event)}
            onPointerMove={(event) => this.slid(event)}
            onPointerUp={() => this.lifted()}
            onPointerCancel={() => (this.from = null)}
          >
            {say.slide}
          </div>
          {this.button("left")}
          {this.button("right")}
        </div>
        <div class="bins">
          {this.button(held ? "drop" : "hold")}
          {!held && this.button("scroll")}
          {this.button("next", () => this.go(after(thingAt(this.state.pointer))))}
        </div>
      </>
    );
  }

  override render(): VNode {
    const { acts, say } = this.props;
    const { pointer } = this.state;
    const now = seen(acts);
    const { errand, last, held } = now;
    const thing = thingAt(pointer);
    const look = held ? "arrow" : shape(thing, !!last && last.said === "link");
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
        {errand && this.Pad(now)}
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
