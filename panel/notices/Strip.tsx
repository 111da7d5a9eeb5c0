import type { ComponentChildren } from "preact";
import { Icon } from "../elements/Icon.tsx";
import "../elements/strip.css";
import "../elements/tool.css";

interface Props {
  readonly children: ComponentChildren;
  /** Left out for what stays as long as it holds. */
  readonly onDismiss?: () => void;
}

/** A line under the toolbar that says what should be known before the list is read. */
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
