import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../elements/Icon.tsx";
import "../elements/tool.css";

interface Props {
  readonly onClick: () => void;
  /** Where it leads, for a title. */
  readonly to: string;
  /** How many pages deep it stands. */
  readonly depth: number;
}

/** Leads back to where a page was opened. Takes the focus, since the element that had it is gone. */
export function BackButton({ onClick, to, depth }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => button.current?.focus({ preventScroll: true }), [depth]);
  return (
    <button ref={button} type="button" class="tool" title={`Back to ${to}`} onClick={onClick}>
      <Icon name="back" />
      Back
    </button>
  );
}
