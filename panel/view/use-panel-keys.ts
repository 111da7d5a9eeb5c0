import { useEffect } from "preact/hooks";

/** A key that works anywhere in the panel. */
interface PanelKey {
  readonly key: string;
  /** With Ctrl, or Cmd on a Mac. Keys without it stay letters where text is typed. */
  readonly withControl: boolean;
  run(): void;
}

const panelKeys: readonly PanelKey[] = [
  { key: "/", withControl: false, run: goToFilter },
  { key: "f", withControl: true, run: goToFilter },
];

/** Listens for the panel's keys, before DevTools hear of them: Ctrl+F would open their own search. */
export function usePanelKeys(): void {
  useEffect(() => {
    const ending = new AbortController();
    document.addEventListener("keydown", onKeyDown, { capture: true, signal: ending.signal });
    return () => ending.abort();
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  const withControl = ctrlKey || metaKey;
  const wanted = panelKeys.find((each) => each.key === key && each.withControl === withControl);
  if (wanted === undefined || altKey || (!withControl && isTyping(target)) || isInDialog(target)) return;
  event.preventDefault();
  event.stopPropagation();
  wanted.run();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("dialog") !== null;
}

function goToFilter(): void {
  const input = document.getElementById("filter");
  if (input instanceof HTMLInputElement) input.select();
  input?.focus();
}
