// Certificates: what she has proved, the paper for it, and who may see her name. And the challenges for sellers.

import { Component } from "preact";
import { openCertifying, type Certificate } from "../lesson/certifying.ts";
import type { CertificatesWords } from "../text/proving.ts";
import { dayIn } from "../text/text.ts";
import { Back, Hint, Icon, type RoomScreen } from "./parts.tsx";

type Showing = RoomScreen<CertificatesWords>;

interface Looking {
  found: Certificate[] | null;
  /** The module whose certificate she is naming. */
  claiming: string;
}

class Mine extends Component<Showing, Looking> {
  override state: Looking = { found: null, claiming: "" };
  certifying = this.props.model.lend(openCertifying);

  override componentDidMount() {
    void this.look();
  }

  override componentDidUpdate(before: Showing) {
    if (before.state !== this.props.state) void this.look();
  }

  look = async () => this.setState({ found: await this.certifying.certificates() });

  override render(screen: Showing, { found, claiming }: Looking) {
    const { words } = screen;
    if (!found) return <main class="page" aria-busy="true" />;
    return (
      <main class="page">
        <Back words={words} href="/me" />
        <h1>{words.certificates}</h1>
        {!found.length && (
          <>
            <p>{words.noCertificates}</p>
            <div class="foot">
              <a class="btn" href="/library">
                {words.toLibrary}
              </a>
            </div>
          </>
        )}
        {found.map((certificate) => (
          <section class="card stack" key={certificate.code}>
            <About {...screen} certificate={certificate} />
            {!certificate.isRevoked &&
              (claiming === certificate.module || !certificate.paper ? (
                <Claim
                  {...screen}
                  claim={(said) => this.certifying.claim(certificate.module, said)}
                  done={() => {
                    this.setState({ claiming: "" });
                    void this.look();
                  }}
                />
              ) : (
                <PaperOf
                  {...screen}
                  certificate={certificate}
                  again={() => this.setState({ claiming: certificate.module })}
                />
              ))}
          </section>
        ))}
      </main>
    );
  }
}

function About({ words, state, certificate }: Showing & { certificate: Certificate }) {
  const { title, way, at, isRevoked } = certificate;
  const day = dayIn(state.language, at);
  return (
    <>
      <div class="row list">
        <span class={`blob ${isRevoked ? "hint" : "good"}`}>
          <Icon name={isRevoked ? "bulb" : "check"} />
        </span>
        <div class="grow">
          <h2>{title}</h2>
          <p class="small soft">
            {way === "trainer" ? words.byTrainer : words.byQuestions} · {day}
          </p>
        </div>
      </div>
      {isRevoked && <p>{words.revoked}</p>}
    </>
  );
}

function PaperOf({ words, certificate, again }: Showing & { certificate: Certificate; again: () => void }) {
  const paper = certificate.paper!;
  return (
    <>
      <a class="btn go" href={paper.pdf} target="_blank" rel="noopener">
        <span>{words.open}</span>
        <Icon name="next" />
      </a>
      <p>
        <span class="small soft">{words.verify}</span>
        <br />
        <a class="address" href={paper.address} target="_blank" rel="noopener">
          <span class="cl">{location.host}</span>
          <span class="cl">{paper.address}</span>
        </a>
      </p>
      <button class="btn bare" type="button" onClick={again}>
        {words.changeName}
      </button>
    </>
  );
}

interface Naming {
  claim: (said: { name: string; shows: boolean }) => ReturnType<ReturnType<typeof openCertifying>["claim"]>;
  done: () => void;
}

interface Named {
  name: string;
  shows: boolean;
  isAsking: boolean;
  say: string;
}

/** The name is asked here and nowhere else, and is kept at the certificate alone. */
class Claim extends Component<Showing & Naming, Named> {
  override state: Named = { name: "", shows: false, isAsking: false, say: "" };

  claim = async (event: Event) => {
    event.preventDefault();
    const { name, shows, isAsking } = this.state;
    if (!name.trim() || isAsking) return;
    this.setState({ isAsking: true, say: "" });
    const claimed = await this.props.claim({ name: name.trim(), shows });
    if (claimed.kind === "claimed") return this.props.done();
    const { needsNetwork } = this.props.words;
    this.setState({ isAsking: false, say: (claimed.kind === "refused" && claimed.say) || needsNetwork });
  };

  override render({ words }: Showing & Naming, { name, shows, isAsking, say }: Named) {
    const isReady = !!name.trim() && !isAsking;
    return (
      <form class="stack" onSubmit={(event) => void this.claim(event)}>
        <label class="field">
          <b>{words.nameOn}</b>
          <input
            type="text"
            autocomplete="name"
            maxLength={60}
            value={name}
            onInput={(event) => this.setState({ name: event.currentTarget.value })}
          />
        </label>
        <p class="small soft">{words.nameWhy}</p>
        <label class="row list">
          <span class="grow">
            <b>{words.mayShow}</b>
            <br />
            <span class="small soft">{words.mayShowMore}</span>
          </span>
          <input
            type="checkbox"
            class="switch"
            checked={shows}
            onChange={(event) => this.setState({ shows: event.currentTarget.checked })}
          />
        </label>
        <Hint say={say} />
        <button class={`btn ${isReady ? "go" : "wait"}`} type="submit" disabled={!isReady}>
          {isAsking ? words.moment : name.trim() ? words.claim : words.nameFirst}
        </button>
      </form>
    );
  }
}

/** Ten things for those who sell already; the ticks stay on this phone. */
class Ten extends Component<Showing, { done: number[] }> {
  override state = { done: [] as number[] };
  place = `challenges:${this.props.state.me.learner}`;

  override async componentDidMount() {
    this.setState({ done: ((await this.props.model.recall(this.place)) as number[] | undefined) ?? [] });
  }

  tick = async (at: number) => {
    const { done } = this.state;
    const now = done.indexOf(at) < 0 ? [...done, at] : done.filter((one) => one !== at);
    this.setState({ done: now });
    await this.props.model.remember(this.place, now);
  };

  override render({ words }: Showing, { done }: { done: number[] }) {
    return (
      <main class="page">
        <Back words={words} href="/path" />
        <h1>{words.challenges}</h1>
        <p>{words.challengesSay}</p>
        <p class="small soft" role="status">
          {words.challengesDone(done.length)}
        </p>
        <fieldset aria-label={words.challenges}>
          {words.challengeList.map((text, at) => (
            <label class="choice">
              <input type="checkbox" checked={done.indexOf(at) >= 0} onChange={() => void this.tick(at)} />
              <span class="grow">{text}</span>
            </label>
          ))}
        </fieldset>
      </main>
    );
  }
}

export const Certificates = (screen: Showing) => <Mine {...screen} />;
export const Challenges = (screen: Showing) => <Ten {...screen} />;
