// A phone on which two people learn.

import { answer, aPhone, type Phone } from "./phone.ts";

export const home = ({ store }: Phone) => store.household({ session: null });

/** A phone on which Xiulan has learned, and on which a second person learns from now on. */
export async function aPhoneOfTwo() {
  const phone = aPhone();
  const { learner: xiulan } = await phone.store.me();
  await answer(phone, "ra1/q1");
  const household = await home(phone);
  const guo = (await household.take(undefined, { nickname: "Guo", picture: "fish", language: "zh-hans" }))!;
  return { phone, household, xiulan, guo };
}

/** Who learned, event by event. */
export const whose = async ({ store }: Phone) =>
  (await store.events()).sort((one, other) => one.seq - other.seq).map(({ learner }) => learner);
