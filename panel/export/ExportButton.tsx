import type { ExportScope } from "../../src/worker/protocol.ts";
import { Icon } from "../elements/Icon.tsx";
import { usePanel } from "../store/panel-context.ts";
import "../elements/tool.css";

interface Props {
  readonly of: ExportScope;
  /** What is exported, in words. */
  readonly what: string;
}

/** Opens the export dialog; disabled while nothing was refused. */
export function ExportButton({ of: scope, what }: Props) {
  const { store } = usePanel();
  const open = () => {
    store.exportScope.value = scope;
    store.dialog.value = "export";
  };
  return (
    <button
      type="button"
      class="tool"
      aria-label={`Export ${what}`}
      title={`Export ${what}: report, HAR, JSON`}
      disabled={store.refused.value.length === 0}
      onClick={open}
    >
      <Icon name="export" />
    </button>
  );
}
