// What she typed to come in is remembered with this page until she answers: a reload asks "Is this you?" once more.

export const typed = (): string => (history.state as { code?: string } | null)?.code ?? "";

export const rememberTyped = (code: string): void => history.replaceState(code ? { code } : null, "");
