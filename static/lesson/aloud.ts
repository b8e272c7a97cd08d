// Reading aloud, where the browser has a voice of the language.

const engine = self.speechSynthesis as SpeechSynthesis | undefined;

const voiceOf = (language: string) =>
  engine && engine.getVoices().find((voice) => voice.lang.startsWith(language));

/** Calls back once a voice of the language is there; on many phones it never is. */
export function whenVoice(language: string, ready: () => void): void {
  if (voiceOf(language)) ready();
  else if (engine) engine.onvoiceschanged = () => voiceOf(language) && ready();
}

export const hush = () => engine && engine.cancel();

/** Reads the parts one after another and marks the one being read; `end` is called when it falls silent. */
export function read(parts: HTMLElement[], language: string, end: () => void): void {
  hush();
  const [first, ...rest] = parts;
  const voice = voiceOf(language);
  if (!engine || !first || !voice) return end();
  const speech = new SpeechSynthesisUtterance(first.innerText);
  speech.voice = voice;
  speech.lang = voice.lang;
  first.classList.add("read");
  let silent = false;
  const over = (goOn: boolean) => () => {
    first.classList.remove("read");
    if (silent) return;
    silent = true;
    if (goOn) read(rest, language, end);
    else end();
  };
  speech.onend = over(true);
  speech.onerror = over(false);
  engine.speak(speech);
}
