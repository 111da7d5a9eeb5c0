import type { ComponentChildren } from "preact";
import "./choice.css";

interface Props {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly children: ComponentChildren;
}

/** A checkbox with a label that can be clicked. */
export function Choice({ checked, onChange, children }: Props) {
  return (
    <label class="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{children}</span>
    </label>
  );
}
