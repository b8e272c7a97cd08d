// The parts of the drawn computer, where each lies (left, top, width, height of 360 × 340), and the hour at it.
import type { Round } from "../../app/engine/naming.ts";

export const boxes = {
  screen: [16, 14, 208, 172],
  case: [252, 14, 92, 90],
  power: [252, 106, 92, 62],
  usb: [252, 170, 92, 62],
  keyboard: [16, 250, 228, 80],
  mouse: [264, 246, 76, 84],
} as { [part in Part]: [number, number, number, number] };
export type Part = "screen" | "case" | "keyboard" | "mouse" | "usb" | "power";

export const steps = ["login", "work", "save", "logout", "shutdown"] as const;
export type Step = (typeof steps)[number] | "plug";

export const round: Round = {
  parts: ["screen", "mouse", "keyboard", "case", "power", "usb"],
  road: { steps: steps.map((step) => [step]), traps: ["plug"] },
};
export const offered: Step[] = ["save", "shutdown", "login", "plug", "logout", "work"];
