// The chat trainer (CURRICULUM.md, X18b): four chats; each answer moves the mood.
import { FaceOf } from "../shared/face.tsx";
import { talking } from "../shared/talk.tsx";
import { faces, talks } from "./talks.ts";
import { words } from "./words.ts";

export const mount = talking({
  ...{ talks, words },
  head: (told, language, name, line) => (
    <FaceOf n={faces[talks.indexOf(told.talk)] as number} {...{ told, language, name, line }} />
  ),
});
