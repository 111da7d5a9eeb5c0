import type { RefObject, TargetedInputEvent, TargetedKeyboardEvent } from "preact";
import { useState } from "preact/hooks";
import { usePanel } from "../store/panel-context.ts";
import { type Suggestion, suggestionsFor } from "./suggestions.ts";

interface State {
  /** The caret for which suggestions are shown; null while none are wanted. */
  readonly caret: number | null;
  /** Index of the suggestion that the arrows are on; −1 for none. */
  readonly active: number;
}

const closed: State = { caret: null, active: -1 };

export interface Suggestions {
  /** Empty while none are wanted, or there are none. */
  readonly offered: readonly Suggestion[];
  readonly active: number;
  take(suggestion: Suggestion): void;
  close(): void;
  onInput(event: TargetedInputEvent<HTMLInputElement>): void;
  onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>): void;
}

/**
 * Suggestions for the word at the caret. Typing or an arrow opens them; Tab takes the active one or the first, Enter only
 * the active one. Escape closes them, then empties the filter.
 */
export function useSuggestions(input: RefObject<HTMLInputElement | null>): Suggestions {
  const { store } = usePanel();
  const [{ caret, active }, setState] = useState<State>(closed);
  const offered = caret === null ? [] : suggestionsFor(store.filter.value, caret, store.rowsInScope.value);
  const isOpen = offered.length > 0;
  const close = () => setState(closed);

  const take = ({ label, text, caret: after }: Suggestion) => {
    store.filter.value = text;
    // The box has the text at once, so that the caret can be set in it.
    if (input.current !== null) input.current.value = text;
    input.current?.setSelectionRange(after, after);
    setState(label.endsWith(":") ? { caret: after, active: -1 } : closed);
  };
  const takeAt = (index: number) => {
    const suggestion = offered[index];
    if (suggestion !== undefined) take(suggestion);
    return suggestion !== undefined;
  };
  const move = (step: number, at: number) => {
    if (!isOpen) setState({ caret: at, active: -1 });
    else setState({ caret, active: next(active, step, offered.length) });
    return true;
  };
  const closeOrEmpty = () => {
    if (!isOpen && store.filter.value === "") return false;
    if (!isOpen) store.filter.value = "";
    close();
    return true;
  };
  /** Each says whether the key is used up. */
  const keys: Readonly<Record<string, (at: number) => boolean>> = {
    ArrowDown: (at) => move(1, at),
    ArrowUp: (at) => isOpen && move(-1, at),
    Tab: () => takeAt(Math.max(0, active)),
    Enter: () => takeAt(active),
    Escape: closeOrEmpty,
  };

  return {
    offered,
    active: Math.min(active, offered.length - 1),
    take,
    close,
    onInput: ({ currentTarget: { value, selectionStart } }) => {
      store.filter.value = value;
      const at = selectionStart ?? value.length;
      setState(/\S$/.test(value.slice(0, at)) ? { caret: at, active: -1 } : closed);
    },
    onKeyDown: (event) => {
      if (event.isComposing || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return;
      if (!keys[event.key]?.(event.currentTarget.selectionStart ?? 0)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** Around the list, with a place before the first where none is active. */
function next(active: number, step: number, count: number): number {
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}
