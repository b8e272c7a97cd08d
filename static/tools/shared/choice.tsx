// A choice of one.
import type { VNode } from "preact";

interface ChoiceProps {
  name: string;
  label: string;
  options: string[];
  chosen: number;
  choose(place: number): void;
  /** The label stands above, not only for screen readers. */
  shown?: boolean;
}

/** One of a few, as native radio buttons. */
export const Choice = ({ name, label, options, chosen, choose, shown }: ChoiceProps): VNode => (
  <fieldset class="pick" aria-label={shown ? undefined : label}>
    {shown && <legend>{label}</legend>}
    <div class="seg">
      {options.map((option, place) => (
        <label key={option}>
          <input type="radio" name={name} checked={place === chosen} onChange={() => choose(place)} />
          <span class="hear">{option}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
