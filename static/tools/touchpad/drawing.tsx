// The desk as it looks: three baskets, a van, a note, a link, and the pointer over them.
import type { VNode } from "preact";
import type { Desk, Shape } from "../../app/engine/pointing.ts";
import { height, middleOf, things, width } from "./desk.ts";
import type { Id, Spot } from "./desk.ts";
import type { Words } from "./words.ts";

const pointers: { [shape in Shape]: VNode } = {
  arrow: <path d="M0 0v22l6-5 4 9 4-2-4-8h8z" />,
  hand: <path d="M-3 11V2a3 3 0 0 1 6 0v6q12 1 12 7v5q0 6-6 6H3q-4 0-6-4l-6-7q2-4 6 0z" />,
  beam: <path d="M-5-13H5v3H2v20h3v3H-5v-3h3v-20h-3z" />,
  ring: <path d="M0-13A13 13 0 1 1-13 0h6a7 7 0 1 0 7-7z" />,
};

export const Pointer = ({ shape }: { shape: Shape }): VNode => (
  <g fill="#fff" stroke="#17223b" stroke-width="2" stroke-linejoin="round">
    {pointers[shape]}
  </g>
);

/** Flat shapes, each a colour and its outline. */
const Flat = ({ of }: { of: string }): VNode => (
  <>
    {of.split("|").map((shape) => (
      <path key={shape} fill={shape.slice(0, 7)} d={shape.slice(7)} />
    ))}
  </>
);

const goods: { [id: string]: string } = {
  kiwi: "#a8714dM-15 0a1 1 0 1 0 30 0 1 1 0 1 0-30 0|#8aae45M-12 0a1 1 0 1 0 24 0 1 1 0 1 0-24 0|#f7f3e8M-4 0a1 1 0 1 0 8 0 1 1 0 1 0-8 0",
  shiitake: "#f3e0c6M-5 2H5l1 12H-6z|#8a5638M-17 5c0-24 34-24 34 0z|#f3e0c6m-9-7 7-1-3 5zM4-6l7 3-6 2z",
  persimmon: "#f2803cM-14 0a1 1 0 1 0 28 0 1 1 0 1 0-28 0|#4c7a3cm0-15 4 4 7-1-5 6H-6l-5-6 7 1z",
};
const view =
  "#cfe0f1M0 0h360v232H0z|#a9c58fM0 190q90-56 190-16t170-14v72H0z|#fde9a9M16 136h84v76H16z|#17223bM26 174h2v18h-2z|#ffffffM112 124h96v34h-96z|#23458aM224 152h76v46h-76z|#4a6fb5M300 160h24l20 18v20h-44z|#17223bM235 200a1 1 0 1 0 26 0 1 1 0 1 0-26 0zM307 200a1 1 0 1 0 26 0 1 1 0 1 0-26 0z";

const Basket = ({ id }: { id: string }): VNode => (
  <g transform="translate(0 6)">
    <path fill="none" stroke="#8a5638" stroke-width="5" d="M-29 0C-29-42 29-42 29 0" />
    {[-18, 18, 0].map((x) => (
      <g key={x} transform={`translate(${x} ${x ? -7 : -13})`}>
        <Flat of={goods[id] as string} />
      </g>
    ))}
    <path
      fill="#d9a868"
      stroke="#a8714d"
      stroke-width="3"
      d="M-36 0h72l-8 32h-56zm2 10h68m-66 11h64M-16 1l3 30M0 1v30M16 1l-3 30"
    />
  </g>
);

const at = ({ x, y }: Spot): string => `translate(${x} ${y})`;

interface Props {
  desk: Desk;
  pointer: Spot;
  shape: Shape;
  say: Words;
}

export const Drawing = ({ desk, pointer, shape, say }: Props): VNode => {
  const chosen = desk.chosen as Id;
  return (
    <svg class="screen" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" font-size="16">
      <Flat of={view} />
      <text x="26" y="162">
        {say.note}
      </text>
      <text x="160" y="147" text-anchor="middle" fill="#23458a" text-decoration="underline">
        {say.link}
      </text>
      {things.slice(0, 3).map(({ id }) => (
        <g
          key={id}
          transform={at(
            id === desk.held ? pointer : desk.errand || id !== chosen ? middleOf(id) : { x: 262, y: 128 },
          )}
        >
          {desk.errand && desk.picked.indexOf(id) >= 0 && (
            <path fill="#fff9" stroke="#23458a" stroke-width="3" d="M-44-41h88v82h-88z" />
          )}
          <Basket id={id} />
        </g>
      ))}
      {desk.shows === "window" && (
        <g transform="translate(20 108)">
          <Flat
            of={`#17223bM-2-2h196v82H-2z|#ffffffM0 28h192v50H0z|#4a6fb5M184 ${desk.errand === "scroll" ? 28 : 52}h8v26h-8z`}
          />
          <text x="10" y="20" fill="#fff">
            {say.things[chosen]}
          </text>
          {desk.errand === "scroll" ? (
            [0, 1, 2, 3].map((n) => (
              <g key={n} transform={`translate(${28 + 45 * n} 54)`}>
                <Flat of={goods[chosen] as string} />
              </g>
            ))
          ) : (
            <text x="10" y="60">
              → {say.things.van}
            </text>
          )}
        </g>
      )}
      {desk.shows === "menu" && (
        <g transform={at({ x: pointer.x + (pointer.x < 250 ? 4 : -110), y: Math.min(pointer.y, 120) })}>
          <path fill="#fff" stroke="#6b7587" d="M0 0h106v72H0z" />
          {say.menu.map((text, n) => (
            <text key={text} x="12" y={26 + 32 * n}>
              {text}
            </text>
          ))}
        </g>
      )}
      <g transform={at(pointer)}>
        <Pointer shape={shape} />
      </g>
    </svg>
  );
};
