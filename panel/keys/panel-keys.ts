import type { Actions } from "../store/actions.ts";
import type { Store } from "../store/store.ts";

/** A key that works wherever the focus is in the panel. */
export interface PanelKey {
  /** As `KeyboardEvent.key`. */
  readonly key: string;
  /** With Ctrl, or ⌘ on a Mac. Keys without do not work in text fields, and can be turned off. */
  readonly ctrl: boolean;
  readonly does: string;
  run(store: Store, actions: Actions): void;
}

/** The keys of the whole panel. Those for recording and clearing are as in Chromium's Network panel. */
export const panelKeys = {
  filter: { key: "f", ctrl: true, does: "Go to the filter", run: focusFilter },
  slash: { key: "/", ctrl: false, does: "Go to the filter", run: focusFilter },
  record: { key: "e", ctrl: true, does: "Pause the recording, or go on", run: toggleRecording },
  clear: { key: "l", ctrl: true, does: "Clear everything", run: (_, actions) => actions.clear() },
  help: { key: "?", ctrl: false, does: "Show this help", run: openHelp },
} satisfies Readonly<Record<string, PanelKey>>;

/** The id of the field that the list is filtered by. */
export const filterId = "filter";

function focusFilter(): void {
  const field = document.getElementById(filterId);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}

function toggleRecording(store: Store, actions: Actions): void {
  if (!store.surroundings.watching) return;
  if (store.capture.value.paused) actions.resume();
  else actions.pause();
}

function openHelp(store: Store): void {
  store.dialog.value = "help";
}

/** How a key is written on this system: "Ctrl+F", "⌘F", "/". */
export function keyText({ key, ctrl }: Pick<PanelKey, "key" | "ctrl">): string {
  if (!ctrl) return key;
  return navigator.userAgent.includes("Mac") ? `⌘${key.toUpperCase()}` : `Ctrl+${key.toUpperCase()}`;
}
