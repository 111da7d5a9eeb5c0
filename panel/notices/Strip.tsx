import type { ComponentChildren } from "preact";
import { Icon } from "../elements/Icon.tsx";
import "../elements/strip.css";
import "../elements/tool.css";

interface Props {
  readonly children: ComponentChildren;
  /** Left out for a strip that cannot be dismissed. */
  readonly onDismiss?: () => void;
}

/** A line of notice under the toolbar. */
export function Strip({ children, onDismiss }: Props) {
  return (
    <div class="strip">
      <Icon name="warning" />
      <div class="strip-text">{children}</div>
      {onDismiss !== undefined && (
        <button type="button" class="tool" aria-label="Dismiss" title="Dismiss" onClick={onDismiss}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
