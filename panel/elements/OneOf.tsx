import type { Signal } from "@preact/signals";
import "./choice.css";
import "./one-of.css";

interface Props<Option extends string> {
  readonly legend: string;
  /** Each option as it is shown. */
  readonly names: Readonly<Record<Option, string>>;
  readonly options: readonly Option[];
  readonly chosen: Signal<Option>;
}

/** Chooses one of a few. */
export function OneOf<Option extends string>({ legend, names, options, chosen }: Props<Option>) {
  return (
    <fieldset class="one-of">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} class="choice">
          <input
            type="radio"
            name={legend}
            checked={chosen.value === option}
            onChange={() => {
              chosen.value = option;
            }}
          />
          <span>{names[option]}</span>
        </label>
      ))}
    </fieldset>
  );
}
