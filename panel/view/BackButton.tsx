import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./Icon.tsx";

interface Props {
  readonly onClick: () => void;
  /** Where it leads, for a title. */
  readonly to: string;
}

/** Leads back to where a page was opened from. Takes the focus, which the page's opening button takes with it. */
export function BackButton({ onClick, to }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <button ref={button} type="button" class="tool back" title={`Back to ${to}`} onClick={onClick}>
      <Icon name="back" />
      Back
    </button>
  );
}
