// The small parts that screens share.

import type { ComponentChildren } from "preact";
import type { Language, RoomWords, Words } from "../text/text.ts";
import type { Model, State } from "../lesson/model.ts";

/** What every screen is given. */
export interface Screen {
  model: Model;
  state: State;
  words: Words;
  /** Addresses of the drawings, by name. */
  art: Record<string, string>;
  tier: 1 | 2;
  /** Addresses of the styles that come later: `rooms.css`, `tools.css`. */
  styles: Record<string, string>;
  /** Puts the app on the phone's first screen, where the browser offers it. */
  install: (() => void) | null;
}

/** The further rooms have further words; some of them words of their own. */
export type RoomScreen<Own = unknown> = Screen & { words: RoomWords & Own };

export const Icon = ({ name }: { name: string }) => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <use href={`#${name}`} />
  </svg>
);

/** The way back stands first on every screen that one enters. */
export const Back = ({ words, href }: { words: { back: string }; href: string }) => (
  <header class="row">
    <a class="btn bare fit" href={href}>
      <Icon name="back" />
      {words.back}
    </a>
  </header>
);

/** What stands in the way, said aloud; the place is there before the words, so that they are heard. */
export const Hint = ({ say }: { say: string }) => (
  <div role="status">
    {say && (
      <p class="say hint">
        <Icon name="bulb" />
        <span>{say}</span>
      </p>
    )}
  </div>
);

/** One clause, one line: a sentence breaks where a person breathes. */
export function Clauses({ text, language }: { text: string; language: Language }) {
  const breaks = language === "en" ? /([.!?;:])\s+/g : /([，。；：？])(?!$)/g;
  const parts = text.replace(breaks, "$1\n").split("\n");
  return (
    <>
      {parts.map((part, at) => (
        <>
          <span class="cl">{part}</span>
          {language === "en" && at + 1 < parts.length ? " " : ""}
        </>
      ))}
    </>
  );
}

export function Go({
  href,
  onClick,
  children,
}: {
  href?: string;
  onClick?: () => void;
  children: ComponentChildren;
}) {
  const inside = (
    <>
      <span>{children}</span>
      <Icon name="next" />
    </>
  );
  return href ? (
    <a class="btn go" href={href}>
      {inside}
    </a>
  ) : (
    <button class="btn go" type="button" onClick={onClick}>
      {inside}
    </button>
  );
}

export function Picture({ art, name, alt }: { art: Record<string, string>; name: string; alt: string }) {
  return <img class="pic" src={art[`art/${name}.svg`]} width={360} height={216} alt={alt} />;
}

export function Portrait({
  art,
  name,
  size = 40,
}: {
  art: Record<string, string>;
  name: string;
  size?: number;
}) {
  return <img src={art[`art/pictures/${name}.svg`]} width={size} height={size} alt="" />;
}

/** Takes in a style that comes with a room or a practice; resolves once it holds, or will not come. */
export function dress(style: string | undefined): Promise<unknown> {
  if (!style || document.querySelector(`link[href="${style}"]`)) return Promise.resolve();
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = style;
  document.head.append(link);
  return new Promise((resolve) => (link.onload = link.onerror = resolve));
}
