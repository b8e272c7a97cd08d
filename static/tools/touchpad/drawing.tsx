// The desk as it looks: three baskets, a van, a note, a link, and the pointer over them.
import type { VNode } from "preact";
import type { Desk, Shape } from "../../app/engine/pointing.ts";
import { height, middleOf, things, width } from "./desk.ts";
import type { Id, Spot } from "./desk.ts";
import type { Words } from "./words.ts";

const pointers: { [shape in Shape]: VNode } = {
  arrow: <path d="M0 0v22l6-5 4 9 4-2-4-8h8z" />,
  hand: <path d="M-3 11V2a3 3 0 0 1 6 0v6q12 1 12 7v5q0 6-6 6H3q-4 0-6-4l-6-7q2-4 6 0z" />,
  beam: <path d="M-5-13h3l2 2 2-2h3v3H2v20h3v3H2l-2-2-2 2h-3v-3h3v-20h-3z" />,
  ring: <path d="M0-13A13 13 0 1 1-13 0h6a7 7 0 1 0 7-7z" />,
};

export const Pointer = ({ shape }: { shape: Shape }): VNode => (
  <g fill="#fff" stroke="#17223b" stroke-width="2" stroke-linejoin="round">
    {pointers[shape]}
  </g>
);

const goods: { [id: string]: VNode } = {
  kiwi: (
    <>
      <circle r="15" fill="#a8714d" />
      <circle r="12" fill="#8aae45" />
      <circle r="4" fill="#f7f3e8" />
    </>
  ),
  shiitake: (
    <>
      <path fill="#f3e0c6" d="M-5 2H5l1 12H-6z" />
      <path fill="#8a5638" d="M-17 5c0-24 34-24 34 0z" />
      <path fill="#f3e0c6" d="m-9-7 7-1-3 5zM4-6l7 3-6 2z" />
    </>
  ),
  persimmon: (
    <>
      <circle r="14" fill="#f2803c" />
      <path fill="#4c7a3c" d="m0-15 4 4 7-1-5 6H-6l-5-6 7 1z" />
    </>
  ),
};

const Basket = ({ id }: { id: string }): VNode => (
  <g transform="translate(0 6)">
    <path fill="none" stroke="#8a5638" stroke-width="5" d="M-29 0C-29-42 29-42 29 0" />
    {[-18, 18, 0].map((x) => (
      <g key={x} transform={`translate(${x} ${x ? -7 : -13})`}>
        {goods[id]}
      </g>
    ))}
    <path fill="#d9a868" d="M-36 0h72l-8 32h-56z" />
    <path
      fill="none"
      stroke="#a8714d"
      stroke-width="3"
      d="M-34 10h68M-32 21h64M-16 1l3 30M0 1v30M16 1l-3 30"
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
      <path fill="#cfe0f1" d="M0 0h360v232H0z" />
      <path fill="#b3cce6" d="m0 120 70-50 70 66 90-84 130 90v90H0z" />
      <path fill="#a9c58f" d="M0 190q90-56 190-16t170-14v72H0z" />
      <g transform="translate(16 136)">
        <path fill="#fde9a9" d="M0 0h84v60L66 76H0z" />
        <text x="10" y="26" fill="#17223b">
          {say.note}
        </text>
        <path stroke="#17223b" stroke-width="2" d="M10 38v18" />
      </g>
      <path fill="#fff" d="M112 124h96v34h-96z" />
      <text x="160" y="147" text-anchor="middle" fill="#23458a" text-decoration="underline">
        {say.link}
      </text>
      <g transform="translate(224 132)">
        <path fill="#23458a" d="M0 20h76v46H0z" />
        <path fill="#4a6fb5" d="M76 28h24l20 18v20H76z" />
        <path fill="#cfe0f1" d="M84 34h13l12 12H84z" />
        <path stroke="#17223b" stroke-width="26" stroke-linecap="round" d="M24 68h0M96 68h0" />
      </g>
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
          <path fill="#17223b" d="M-2-2h196v118H-2z" />
          <path fill="#fff" d="M0 28h192v86H0z" />
          <text x="10" y="20" fill="#fff">
            {say.things[chosen]}
          </text>
          {[0, 1, 2, 3, 4, 5, 6, 7].map((n) => (
            <g key={n} transform={`translate(${28 + 45 * (n % 4)} ${n < 4 ? 50 : 90})`}>
              {goods[chosen]}
            </g>
          ))}
        </g>
      )}
      {desk.shows === "menu" && (
        <g transform={at({ x: pointer.x + (pointer.x < 250 ? 4 : -110), y: Math.min(pointer.y, 120) })}>
          <path fill="#fff" stroke="#6b7587" d="M0 0h106v104H0z" />
          {say.menu.map((text, n) => (
            <text key={text} x="12" y={26 + 32 * n} fill="#17223b">
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
