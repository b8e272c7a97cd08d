// What can be done in an hour at the incubator, the library or a neighbour's; the minutes are invented, and rather long.
import type { Plan } from "../../app/engine/hour.ts";

export const jobIds = ["photos", "labels", "pages", "book", "contract"] as const;
export const needIds = ["stick", "orders", "notes", "receipts", "draft"] as const;
export const riskyIds = ["id-card", "pin"] as const;
export const leavingIds = ["backup", "downloads", "logout", "take"] as const;
export const trapIds = ["remember"] as const;
export type Id =
  | (typeof jobIds)[number]
  | (typeof needIds)[number]
  | (typeof riskyIds)[number]
  | (typeof leavingIds)[number]
  | (typeof trapIds)[number];

const minutes = [20, 10, 30, 20, 10];

export const plan: Plan = {
  jobs: jobIds.map((id, n) => ({ id, minutes: minutes[n] as number, needs: needIds[n] as string })),
  risky: [...riskyIds],
  leaving: [...leavingIds],
  traps: [...trapIds],
};
