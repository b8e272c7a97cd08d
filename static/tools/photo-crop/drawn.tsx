// The four photos, drawn: what is for sale, and what stood there too.
import type { VNode } from "preact";
import { lightOf } from "../../app/engine/cropping.ts";
import type { Photo } from "../../app/engine/cropping.ts";

const yard = (
  <>
    <path fill="#e9dcc0" d="M0 0h360v300H0z" />
    <path fill="#c9b79c" d="M0 0h360v70H0z" />
    <ellipse cx="120" cy="184" rx="88" ry="62" fill="#b9884c" />
    <ellipse cx="120" cy="178" rx="80" ry="54" fill="#d9a868" />
    <path
      fill="#8a5638"
      d="M54 176c0-34 46-34 46 0zm54-20c0-34 46-34 46 0zm36 32c0-34 46-34 46 0zm-62 28c0-34 46-34 46 0z"
    />
    <path fill="#f3e0c6" d="M70 176h14v11H70zm54-20h14v11h-14zm36 32h14v11h-14zm-62 28h14v11H98z" />
    <path fill="#4a6fb5" d="M254 96h84l-10 84h-64z" />
    <ellipse cx="296" cy="96" rx="42" ry="12" fill="#23458a" />
    <path
      fill="#c8544a"
      d="M246 236q0-14 18-12l22 2q22 0 22 12t-22 11l-22 1q-18 2-18-14zm30 34q0-14 18-12l22 2q22 0 22 12t-22 11l-22 1q-18 2-18-14z"
    />
    <path fill="none" stroke="#f3e0c6" stroke-width="6" d="M278 226q10 12 0 24m30 10q10 12 0 24" />
  </>
);
const jar = (
  <>
    <path fill="#cfc3b4" d="M0 0h360v300H0z" />
    <path fill="#9c7450" d="M0 236h360v64H0z" />
    <rect x="140" y="62" width="90" height="34" rx="8" fill="#c8544a" />
    <rect x="132" y="92" width="106" height="156" rx="22" fill="#f0a72e" />
    <rect x="146" y="104" width="16" height="120" rx="8" fill="#fcd27a" />
    <rect x="150" y="138" width="72" height="66" rx="6" fill="#f3e0c6" />
    <path fill="#fcbd3d" d="m186 150 20 12v22l-20 12-20-12v-22z" />
    <path fill="#4a6fb5" d="M292 176h44v78q-22 10-44 0z" />
  </>
);
const eggs = (
  <>
    <path fill="#cfe0f1" d="M0 0h360v110H0z" />
    <path fill="#a9b96f" d="M0 104h360v196H0z" />
    <path fill="#8a5638" d="M212 226h106l-12 44h-82z" />
    <path
      fill="#f6dcc0"
      d="M218 228c0-42 34-42 34 0zm32 0c0-46 34-46 34 0zm30 0c0-42 34-42 34 0zm-46-18c0-44 32-44 32 0zm32 0c0-44 32-44 32 0z"
    />
    <path stroke="#d9a868" stroke-width="5" d="M216 240h98m-94 14h90" />
    <path fill="#c8744a" d="M54 160q6 56 54 56t52-58q-36 24-56-6-6-44-28-44-24 0-22 52z" />
    <path fill="#c8544a" d="M66 112q8-20 14 0 8-14 10 6z" />
    <path fill="#fcbd3d" d="m54 130-12 8 12 6zm44 84h8v18h-8z" />
    <circle cx="70" cy="128" r="4" fill="#17223b" />
  </>
);
const kiwis = (
  <>
    <path fill="#dfe8ee" d="M0 0h360v300H0z" />
    <ellipse cx="172" cy="122" rx="50" ry="56" fill="#8a6a3c" />
    <circle cx="234" cy="118" r="54" fill="#8a6a3c" />
    <circle cx="234" cy="118" r="46" fill="#8aae45" />
    <ellipse cx="234" cy="118" rx="16" ry="20" fill="#f3f0c6" />
    <path stroke="#17223b" stroke-width="5" stroke-dasharray="3 9" fill="none" d="M234 90a26 28 0 1 0 .1 0" />
    <path
      fill="none"
      stroke="#c8544a"
      stroke-width="8"
      d="M46 244a14 14 0 1 0 .1 0m0 30m12-8 66-34m-66 6 66 34"
    />
    <path fill="none" stroke="#b9884c" stroke-width="5" d="M140 232q50-16 40 14t-34 14 44 26" />
  </>
);
const drawn = [yard, jar, eggs, kiwis];

interface DrawnProps {
  photo: Photo;
  at: number;
  light: number;
  /** The part that is shown. */
  view: string;
  label?: string;
}

/** Light lies over the picture: black takes it away, white gives too much. */
export function Drawn({ photo, at, light, view, label }: DrawnProps): VNode {
  const over = lightOf(photo, light);
  return (
    <svg
      viewBox={view}
      preserveAspectRatio="xMidYMid slice"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" })}
    >
      {drawn[at]}
      <path fill={over < 0 ? "#0a0c14" : "#fff"} fill-opacity={Math.abs(over) * 0.17} d="M0 0h360v300H0z" />
    </svg>
  );
}
