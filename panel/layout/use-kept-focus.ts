import { useEffect } from "preact/hooks";

/**
 * Moves the focus to the list, or to its replacement, when the focused element is removed, such as a dismissed notice.
 * Keys would otherwise go nowhere.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: EventTarget | null = null;
    const remember = ({ target }: FocusEvent) => {
      last = target;
    };
    const observer = new MutationObserver(() => {
      if (!(last instanceof HTMLElement) || last.isConnected || document.activeElement !== document.body) return;
      const place = document.querySelector<HTMLElement>(".list") ?? document.querySelector("main");
      place?.focus();
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
    };
  }, []);
}
