import type { TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";
import { pathPartsOf } from "../elements/path-parts.ts";
import { usePanel } from "../store/panel-context.ts";
import type { Line } from "./lines.ts";

/** How many lines PageUp and PageDown go. */
const page = 20;

/** Milliseconds after which typing begins a new word. */
const typingPause = 800;

const jumps: Readonly<Record<string, (index: number, last: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  PageDown: (index) => index + page,
  PageUp: (index) => index - page,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Moves through the list by keys: arrows, Home, End, pages; letters find a path that begins with them; Enter goes to
 * the diagnosis, Escape chooses nothing; left and right fold a root cause's requests.
 * @param selected index of the chosen line; −1 for none
 */
export function useGridKeys(
  lines: readonly Line[],
  selected: number,
  select: (index: number) => void,
): (event: TargetedKeyboardEvent<HTMLElement>) => void {
  const { store } = usePanel();
  const typed = useRef({ text: "", at: 0 });
  const line = lines[selected];

  const fold = (open: boolean) => {
    if (line?.kind === "finding" && line.finding.open !== open) return store.fold(line.key);
    if (line?.kind === "request" && line.level === 2 && !open) select(headOf(lines, selected));
  };
  const commands: Readonly<Record<string, () => void>> = {
    Enter: () => (line === undefined ? select(0) : document.getElementById("diagnosis")?.focus()),
    ArrowLeft: () => fold(false),
    ArrowRight: () => fold(true),
    Escape: () => {
      store.selected.value = null;
    },
  };
  const find = (letter: string, now: number) => {
    const text = now - typed.current.at > typingPause ? letter : typed.current.text + letter;
    typed.current = { text, at: now };
    const found = nextBeginningWith(lines, text.toLowerCase(), text.length === 1 ? selected + 1 : selected);
    if (found >= 0) select(found);
  };
  return (event) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = jumps[event.key]?.(selected, lines.length - 1);
    if (to !== undefined) select(Math.min(lines.length - 1, Math.max(0, to)));
    else if (commands[event.key] !== undefined) commands[event.key]?.();
    else if (event.key.length === 1 && !reserved.has(event.key)) find(event.key, event.timeStamp);
    else return;
    event.preventDefault();
  };
}

/** Keys of the whole panel. */
const reserved = new Set(["/", "?", " "]);

function headOf(lines: readonly Line[], from: number): number {
  return lines.slice(0, from).findLastIndex(({ kind }) => kind === "finding");
}

function nextBeginningWith(lines: readonly Line[], text: string, from: number): number {
  const start = Math.max(0, from);
  const places = [...lines.keys()];
  const inTurn = [...places.slice(start), ...places.slice(0, start)];
  return inTurn.find((index) => wordsOf(lines[index]).some((word) => word.startsWith(text))) ?? -1;
}

/** The texts by which typing finds a line: its path, with and without the stage, or its cause. */
function wordsOf(line: Line | undefined): readonly string[] {
  if (line === undefined) return [];
  if (line.kind === "finding") return [line.finding.verdict.title.toLowerCase()];
  const { stage, rest } = pathPartsOf(line.row.url, line.row.stage);
  const path = rest.toLowerCase();
  return stage === "" ? [path, path.slice(1)] : [path.slice(1), path, `/${stage}${path}`, `${stage}${path}`];
}
