// What waits to be sent, and why; a copy of it as a file for the trainer; and what the centre could not take yet.

import { Component } from "preact";
import {
  openWaiting,
  whyWaiting,
  type CopyFile,
  type Waiting as Found,
  type Why,
} from "../lesson/waiting.ts";
import { ago, size } from "../text/amounts.ts";
import type { WaitingWords } from "../text/sending.ts";
import { Back, Hint, Icon, type RoomScreen } from "./parts.tsx";

type Showing = RoomScreen<WaitingWords>;

interface Looking {
  found: Found | null;
  file: CopyFile | null;
  /** The name of the file that was saved. */
  kept: string;
  /** What came of trying to send; empty: nobody has tried. */
  tried: Why | "wait" | "";
}

class Room extends Component<Showing, Looking> {
  override state: Looking = { found: null, file: null, kept: "", tried: "" };
  waiting = this.props.model.lend(openWaiting);

  override componentDidMount() {
    void this.look();
  }

  override componentDidUpdate(before: Showing) {
    if (before.state !== this.props.state) void this.look();
  }

  look = async () =>
    this.setState({
      found: await this.waiting.look(),
      file: await this.waiting.copy(this.props.model.app),
    });

  send = async () => {
    this.setState({ tried: "wait" });
    await this.props.model.courier.now();
    this.setState({ tried: whyWaiting(this.props.state.last, navigator.onLine) });
  };

  keep = () => {
    const { file } = this.state;
    if (!file) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blobOf(file));
    link.download = file.name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    this.setState({ kept: file.name });
  };

  override render(screen: Showing, { found, file, kept, tried }: Looking) {
    const { words, state } = screen;
    if (!found || !file) return <main class="page" aria-busy="true" />;
    return (
      <main class="page">
        <Back words={words} href="/me" />
        <h1>{words.whatWaits}</h1>
        {file.events + file.attachments > 0 ? (
          <>
            <Reason {...screen} />
            <Piles {...screen} found={found} />
            <button class="btn" type="button" onClick={() => void this.send()}>
              {words.tryNow}
            </button>
            <Hint say={tried === "wait" ? words.wait : tried && words.tried[tried]} />
            <section class="card stack">
              <h2>{words.keepTitle}</h2>
              <p>{words.keepMore}</p>
              <button class="btn" type="button" onClick={this.keep}>
                <Icon name="get" />
                {words.keep(size(words, file.text.length))}
              </button>
              {canSend(file) && (
                <button class="btn" type="button" onClick={() => send(file)}>
                  {words.send}
                </button>
              )}
              <div role="status">{kept && <p class="say good">{words.kept(kept)}</p>}</div>
            </section>
          </>
        ) : (
          <p class="status" role="status">
            <Icon name="check" />
            <span>{state.hasSent ? words.nothing : words.nothingYetSent}</span>
          </p>
        )}
        <Receipts words={words} receipts={found.receipts} />
        <Parked words={words} parked={found.parked} counted={found.counted} />
      </main>
    );
  }
}

export const Waiting = (screen: Showing) => <Room {...screen} />;

function Reason({ words, state }: Showing) {
  return (
    <div class="say" role="status">
      <Icon name="cloud" />
      <div>
        <p>{words.why[whyWaiting(state.last, navigator.onLine)]}</p>
        <p>{words.safe}</p>
      </div>
    </div>
  );
}

function Piles({ words, found }: Showing & { found: Found }) {
  const { photos, notes, bytes } = found.carried;
  return (
    <section class="card">
      {(found.mine[0] || bytes > 0) && (
        <ul class="messages">
          {found.mine.map(({ title, kinds, since }) => (
            <li>
              <b>{title || words.beside}</b>
              <p class="small">
                {Object.keys(kinds)
                  .map((kind) => (words.kinds[kind] ?? words.more)(kinds[kind]!))
                  .join(" · ")}
              </p>
              <p class="small soft">{ago(words, since, Date.now())}</p>
            </li>
          ))}
          {bytes > 0 && (
            <li>
              <b>{words.carried}</b>
              <p class="small">
                {[photos && words.photos(photos), notes && words.notes(notes), size(words, bytes)]
                  .filter((part) => part)
                  .join(" · ")}
              </p>
            </li>
          )}
        </ul>
      )}
      {found.others > 0 && <p>{words.others(found.others)}</p>}
    </section>
  );
}

// The cloud stands for waiting alone: who cannot read well goes by the picture.
const icons = { here: "phone", sent: "check", counted: "check" };

/** For each lesson how far what she did in it has come. */
function Receipts({ words, receipts }: { words: WaitingWords; receipts: Found["receipts"] }) {
  if (!receipts.length) return null;
  return (
    <section class="stack">
      <h2>{words.receipts}</h2>
      <ul class="card facts">
        {receipts.map(({ title, state }) => (
          <li>
            <span class="grow">{title}</span>
            <span class="small soft receipt">
              <Icon name={icons[state]} />
              {words.receipt[state]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Parked({ words, parked, counted }: { words: WaitingWords } & Pick<Found, "parked" | "counted">) {
  const codes = Object.keys(parked);
  const since = counted > 0 && (
    <p class="status" role="status">
      <Icon name="check" />
      <span>{words.countedSince(counted)}</span>
    </p>
  );
  if (!codes.length) return since || null;
  return (
    <section class="card stack">
      {since}
      <h2>{words.parkedTitle}</h2>
      <p>{words.parkedMore}</p>
      <ul class="messages">
        {codes.map((code) => (
          <li>
            <b>{words.more(parked[code]!)}</b>
            <p>{words.parked[code] ?? words.parkedOther}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const blobOf = ({ text }: CopyFile) => new Blob([text], { type: "text/plain" });

/** What newer browsers hand to another app. */
interface Sharing {
  canShare?: (data: { files: File[] }) => boolean;
  share?: (data: { files: File[] }) => Promise<void>;
}

const filesOf = (file: CopyFile) => [new File([blobOf(file)], file.name, { type: "text/plain" })];

const canSend = (file: CopyFile) => !!(navigator as Sharing).canShare?.({ files: filesOf(file) });

function send(file: CopyFile): void {
  // Who changes her mind has not asked for anything.
  void (navigator as Sharing).share?.({ files: filesOf(file) }).catch(() => undefined);
}
