// Pictures before and after (CURRICULUM.md, X9, PC6): which change is honest, and which misleads?
import type { VNode } from "preact";
import { deck } from "../shared/deck.tsx";
import { cards } from "./cards.ts";
import type { Edit } from "./cards.ts";
import { words } from "./words.ts";

const ground = (fill: string): VNode => <path fill={fill} d="M0 0h120v120H0z" />;
const table = ground("#f3e0c6");

const mushroom = (x: number, y: number, cap = "#8a5638"): VNode => (
  <g transform={`translate(${x} ${y})`}>
    <path fill="#fbf1df" d="M-6 0H6v11H-6z" />
    <path fill={cap} d="M-18 2c0-26 36-26 36 0z" />
    <path stroke="#f3e0c6" stroke-width="2" d="m-8-11 4 6m8-7-3 6" />
  </g>
);
const tray = (cap?: string): VNode => (
  <>
    <ellipse cx="54" cy="68" rx="46" ry="34" fill="#b9884c" />
    <ellipse cx="54" cy="64" rx="41" ry="29" fill="#d9a868" />
    {mushroom(34, 60, cap)}
    {mushroom(70, 54, cap)}
    {mushroom(56, 78, cap)}
  </>
);
const jar = (honey: string): VNode => (
  <>
    <rect x="38" y="20" width="44" height="16" rx="4" fill="#c8544a" />
    <rect x="33" y="34" width="54" height="70" rx="11" fill={honey} />
    <rect x="42" y="58" width="36" height="28" rx="3" fill="#fff6e2" />
  </>
);
const egg = (x: number, y: number): VNode => <ellipse cx={x} cy={y} rx="12" ry="15" fill="#eec79c" />;
const box = (...places: [number, number][]): VNode => (
  <>
    {table}
    <rect x="12" y="22" width="96" height="80" rx="8" fill="#8b93a3" />
    {places.map(([x, y]) => egg(x, y))}
  </>
);
const kiwi = (size: number): VNode => (
  <g transform={`translate(52 64) scale(${size})`}>
    <circle r="30" fill="#8a6a3c" />
    <circle r="26" fill="#8aae45" />
    <ellipse rx="8" ry="10" fill="#f3f0c6" />
    <circle r="15" fill="none" stroke="#17223b" stroke-width="3" stroke-dasharray="2 6" />
  </g>
);
const cup = (x: number, size: number): VNode => (
  <path
    transform={`translate(${x} 96) scale(${size})`}
    fill="#4a6fb5"
    d="M-20-44h40l-6 44h-28zm40 8q16 0 14 14t-18 14l1-7q9-1 10-7t-8-7z"
  />
);
const dim = <path fill="#0a0c14" fill-opacity=".6" d="M0 0h120v120H0z" />;
const four: [number, number][] = [
  [30, 45],
  [30, 80],
  [60, 45],
  [60, 80],
];

/** What stands in the picture before, and after; seen from a distance where something is cut away. */
const drawn: { [edit in Edit]: [VNode, VNode] } = {
  cut: [
    <>
      {ground("#e9dcc0")}
      <g transform="translate(0 34) scale(.62)">{tray()}</g>
      <path fill="#4a6fb5" d="M74 34h40l-5 44H79z" />
      <path fill="#c8544a" d="M76 96q0-6 9-6h18q8 0 8 6t-8 6H85q-9 0-9-6z" />
    </>,
    <>
      {ground("#e9dcc0")}
      <g transform="translate(0 -8) scale(1.1)">{tray()}</g>
    </>,
  ],
  colour: [
    <>
      {table}
      {jar("#f7d98a")}
    </>,
    <>
      {table}
      {jar("#a5560f")}
    </>,
  ],
  bright: [
    <>
      {box(...four)}
      {dim}
    </>,
    box(...four),
  ],
  spots: [
    <>
      {table}
      <g transform="translate(60 66) scale(2.4) translate(0 0)">{mushroom(0, 0)}</g>
      <path
        fill="#dfe8d8"
        d="M34 56a7 7 0 1 0 .1 0m34 2a6 6 0 1 0 .1 0m16-8a5 5 0 1 0 .1 0m-34-12a5 5 0 1 0 .1 0"
      />
    </>,
    <>
      {table}
      <g transform="translate(60 66) scale(2.4)">{mushroom(0, 0)}</g>
    </>,
  ],
  straight: [
    <>
      {ground("#cfe0f1")}
      <g transform="rotate(-16 60 60)">
        <path fill="#b9884c" d="M-40 104h200v60H-40z" />
        {jar("#f0a72e")}
      </g>
    </>,
    <>
      {ground("#cfe0f1")}
      <path fill="#b9884c" d="M0 104h120v16H0z" />
      {jar("#f0a72e")}
    </>,
  ],
  cup: [
    <>
      {table}
      {kiwi(0.62)}
      {cup(90, 0.9)}
    </>,
    <>
      {table}
      {kiwi(1.35)}
      {cup(106, 0.3)}
    </>,
  ],
  ruler: [
    <>
      {table}
      {kiwi(1)}
    </>,
    <>
      {table}
      {kiwi(1)}
      <path fill="#fcbd3d" d="M18 102h84v14H18z" />
      <path stroke="#17223b" stroke-width="2" d="M22 102v8m10-8v5m10-5v5m10-5v5m10-5v5m10-5v5m10-5v8" />
    </>,
  ],
  more: [box(...four), box(...four, [90, 45], [90, 80])],
  made: [
    <>
      {table}
      {tray()}
    </>,
    <>
      {ground("#d8c8f0")}
      <g transform="translate(0 -4) scale(1.1)">{tray("#c8544a")}</g>
      <path fill="#fff" d="m18 14 4 10 10 4-10 4-4 10-4-10-10-4 10-4zm84 70 3 8 8 3-8 3-3 8-3-8-8-3 8-3z" />
    </>,
  ],
  smaller: [
    <>
      {table}
      {tray()}
      <path fill="#17223b" d="M70 4h46v22H70z" />
      <text x="93" y="20" font-size="14" text-anchor="middle" fill="#fff">
        8 MB
      </text>
    </>,
    <>
      {table}
      {tray()}
      <path fill="#17223b" d="M60 4h56v22H60z" />
      <text x="88" y="20" font-size="14" text-anchor="middle" fill="#fff">
        0.3 MB
      </text>
    </>,
  ],
};

export const mount = deck({
  cards,
  words,
  picture: ({ id }) => (
    <span class="photo-pair" aria-hidden="true">
      {drawn[id as Edit].map((each, n) => [
        !!n && (
          <svg class="i" viewBox="0 0 24 24">
            <path d="M5 12h14M13 6l6 6-6 6" />
          </svg>
        ),
        <svg class="pic" viewBox="0 0 120 120">
          {each}
        </svg>,
      ])}
    </span>
  ),
});
