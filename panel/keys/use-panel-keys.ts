import { useEffect } from "preact/hooks";
import { isTextField } from "../elements/text-field.ts";
import { usePanel } from "../store/panel-context.ts";
import { type PanelKey, panelKeys } from "./panel-keys.ts";

const keys: readonly PanelKey[] = Object.values(panelKeys);

/**
 * Runs the keys of the whole panel, and hides the keys that the panel uses from DevTools, which listen on the document,
 * too, and prevent Escape from closing a dialog (Chromium 156, `ExtensionAPI.ts`).
 */
export function usePanelKeys(): void {
  const { store, actions } = usePanel();
  useEffect(() => {
    let closes = false;
    const ending = new AbortController();
    const { signal } = ending;
    document.addEventListener("keydown", run, { capture: true, signal });
    document.body.addEventListener("keydown", keepEscape, { signal });
    return () => ending.abort();

    function run(event: KeyboardEvent) {
      const dialogOpen = store.dialog.value !== null;
      closes = event.key === "Escape" && (dialogOpen || store.selected.value !== null);
      const found = keys.find((each) => isPressed(each, event));
      if (found === undefined || dialogOpen) return;
      if (!found.ctrl && (isTextField(event.target) || !store.characterKeys.value)) return;
      event.preventDefault();
      event.stopPropagation();
      found.run(store, actions);
    }

    function keepEscape(event: KeyboardEvent) {
      if (closes) event.stopPropagation();
    }
  }, [store, actions]);
}

function isPressed({ key, ctrl }: PanelKey, event: KeyboardEvent): boolean {
  return event.key === key && (event.ctrlKey || event.metaKey) === ctrl && !event.altKey;
}
