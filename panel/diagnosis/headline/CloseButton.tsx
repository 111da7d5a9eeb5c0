import { Icon } from "../../elements/Icon.tsx";
import "../../elements/tool.css";

/** Closes what the detail side shows. */
export function CloseButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" class="tool" title="Close (Escape)" aria-label="Close the diagnosis" onClick={onClick}>
      <Icon name="close" />
    </button>
  );
}
