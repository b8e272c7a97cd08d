// The question that she is writing, showing or saying. It is kept as it grows, and stands here again after a reload.

import { Component } from "preact";
import {
  empty,
  isEmpty,
  isLong,
  limits,
  weightOf,
  type Piece,
  type Trainer,
  type Unsent,
} from "../lesson/trainer.ts";
import { size } from "../text/amounts.ts";
import type { TrainerWords } from "../text/trainer.ts";
import { Drawn } from "./drawn.tsx";
import { canRecord, mostSeconds } from "./microphone.ts";
import { Hint, Icon, type RoomScreen } from "./parts.tsx";
import { Photo, Play } from "./pieces.tsx";
import type { Recording } from "./recording.ts";

interface AskingScreen extends RoomScreen<TrainerWords> {
  trainer: Trainer;
  module: string;
  lesson: string;
  /** Looks again at what was asked; `waits`: some of it was not sent yet. */
  look: () => Promise<void>;
  waits: boolean;
}

interface Writing {
  draft: Unsent | null;
  /** Seconds said so far; null: nobody is speaking. */
  seconds: number | null;
  hint: string;
  isSaved: boolean;
}

const pause = 300;

/** They come with the screen, but after it. */
const photos = () => import("./photo.ts");
const recordings = () => import("./recording.ts");

export class Asking extends Component<AskingScreen, Writing> {
  override state: Writing = { draft: null, seconds: null, hint: "", isSaved: false };
  recording: Recording | null = null;
  timer: ReturnType<typeof setTimeout> | undefined;
  isSending = false;
  isGone = false;
  /** As it is now; the state may lag behind it. */
  draft = empty;

  override async componentDidMount() {
    document.addEventListener("visibilitychange", this.leave);
    void Promise.all([photos(), recordings()]).catch(() => undefined);
    this.draft = await this.props.trainer.draft();
    this.setState({ draft: this.draft });
  }

  override componentWillUnmount() {
    document.removeEventListener("visibilitychange", this.leave);
    this.isGone = true;
    this.recording?.stop();
    this.keep();
  }

  /** The phone may throw the page away while something else is in front: what was said and written stays. */
  leave = () => {
    if (!document.hidden) return;
    this.recording?.stop();
    this.keep();
  };

  keep = () => {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.props.trainer.keep(this.draft);
  };

  change(change: Partial<Unsent>) {
    this.draft = { ...this.draft, ...change };
    this.setState({ draft: this.draft, hint: "", isSaved: false });
    clearTimeout(this.timer);
    this.timer = setTimeout(this.keep, pause);
    if (this.isGone) this.keep();
  }

  addPhoto = async (input: HTMLInputElement) => {
    const { words } = this.props;
    const file = input.files?.[0];
    input.value = ""; // the same picture may be chosen again
    if (!file) return;
    this.setState({ hint: words.photoComes });
    const photo = await photos()
      .then(({ smallPhoto }) => smallPhoto(file, limits.photo))
      .catch(() => null);
    if (photo) this.change({ photo });
    else this.setState({ hint: words.photoUnread });
  };

  say = async () => {
    const { words } = this.props;
    if (this.recording || this.state.seconds !== null) return;
    this.setState({ seconds: 0, hint: "" });
    const heard = (seconds: number) => this.setState({ seconds });
    const ended = (note: Piece | null) => {
      this.recording = null;
      this.setState({ seconds: null });
      if (note) this.change({ note });
    };
    try {
      const { record } = await recordings();
      this.recording = await record(limits.note, { heard, ended });
      if (this.isGone) this.recording.stop();
    } catch (problem) {
      const { name } = problem as Error;
      const hint = name === "NotAllowedError" || name === "SecurityError" ? words.micRefused : words.micNone;
      this.setState({ seconds: null, hint });
    }
  };

  send = async (event: Event) => {
    event.preventDefault();
    const { trainer, module, lesson, words } = this.props;
    if (this.isSending || isEmpty(this.draft) || isLong(this.draft)) return;
    this.isSending = true;
    clearTimeout(this.timer);
    this.timer = undefined;
    const sent = this.draft;
    try {
      await trainer.send(sent, module, lesson);
      if (this.draft === sent) this.draft = empty; // else she went on writing meanwhile
      this.setState({ draft: this.draft, hint: "" });
      await this.props.look();
      this.setState({ isSaved: true });
    } catch (problem) {
      void trainer.keep(this.draft);
      if ((problem as Error).name !== "QuotaExceededError") throw problem;
      this.setState({ hint: words.noRoomFor });
    } finally {
      this.isSending = false;
    }
  };

  override render(screen: AskingScreen, { draft, seconds, hint, isSaved }: Writing) {
    const { words } = screen;
    if (!draft) return <div aria-busy="true" />;
    const weight = weightOf(draft);
    const isReady = !isEmpty(draft) && seconds === null && !isLong(draft);
    const ask = weight ? words.askOf(size(words, weight)) : words.ask;
    const write = isLong(draft) ? words.tooLong(draft.text.length - limits.text) : words.askWhat;
    const missing = seconds === null ? write : words.sayFirst;
    return (
      <form class="card" onSubmit={(event) => void this.send(event)}>
        <label class="field">
          <b>{words.question}</b>
          <textarea
            rows={4}
            value={draft.text}
            onInput={(event) => this.change({ text: event.currentTarget.value })}
          />
        </label>
        {this.photo(draft)}
        {this.note(draft, seconds)}
        <Hint say={hint} />
        <button class={`btn ${isReady ? "go" : "wait"}`} type="submit" disabled={!isReady}>
          {isReady ? ask : missing}
        </button>
        <div role="status">
          {isSaved && (
            <p class="say good">
              <Icon name="check" />
              <span>{screen.waits ? words.asked : words.asking.sent}</span>
            </p>
          )}
        </div>
      </form>
    );
  }

  photo({ photo }: Unsent) {
    const { words } = this.props;
    const remove = () => this.change({ photo: null });
    if (photo)
      return (
        <div class="stack">
          <Photo piece={photo} alt={words.yourPhoto} key={photo.bytes.byteLength} />
          <button class="btn" type="button" onClick={remove}>
            <Drawn of="remove" />
            {words.removePhoto}
          </button>
        </div>
      );
    const choose = (event: Event) => void this.addPhoto(event.currentTarget as HTMLInputElement);
    return (
      <div class="few">
        <label class="btn picking">
          <Drawn of="camera" />
          {words.takePhoto}
          <input type="file" accept="image/*" capture="environment" onChange={choose} />
        </label>
        <label class="btn picking">
          <Drawn of="gallery" />
          {words.choosePhoto}
          <input type="file" accept="image/*" onChange={choose} />
        </label>
      </div>
    );
  }

  note({ note }: Unsent, seconds: number | null) {
    const { words } = this.props;
    if (note)
      return (
        <div class="stack">
          <Play piece={note} words={words} key={note.bytes.byteLength} />
          <button class="btn" type="button" onClick={() => this.change({ note: null })}>
            <Drawn of="remove" />
            {words.removeNote}
          </button>
        </div>
      );
    if (!canRecord()) return null;
    if (seconds === null)
      return (
        <button class="btn" type="button" onClick={() => void this.say()}>
          <Drawn of="mic" />
          {words.say}
        </button>
      );
    return (
      <div class="say">
        <Drawn of="mic" />
        <div class="grow speaking">
          <p>{words.saying(seconds, mostSeconds)}</p>
          <progress max={mostSeconds} value={seconds} aria-label={words.say} />
          <button class="btn" type="button" onClick={() => this.recording?.stop()}>
            <Drawn of="stop" />
            {words.sayStop}
          </button>
        </div>
      </div>
    );
  }
}
