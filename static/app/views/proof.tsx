// Where she shows what she knows: by a check set, or by an assessment with a certificate at its end.

export { Assessment } from "./assessment.tsx";
export { Check } from "./check.tsx";
