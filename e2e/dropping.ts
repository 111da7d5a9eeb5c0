import type { Frame, Page } from "playwright";
import { har, type Made } from "./har-fixtures.ts";

/** Drops a file whose text is made in the page, since some are too big to be handed over. */
export async function drop(panel: Frame | Page, name: string, parts: readonly string[], times = 1): Promise<void> {
  await panel.evaluate(
    ([fileName, [before = "", repeated = "", after = ""], count]) => {
      const dataTransfer = new DataTransfer();
      const more = new Array<Blob>(count - 1).fill(new Blob([",", repeated]));
      dataTransfer.items.add(new File([before, repeated, ...more, after], fileName));
      document.querySelector("#panel > *")?.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
    },
    [name, parts, times] as const,
  );
}

/** A HAR's text before, at and after its only entry, so that the entry can be repeated. */
export function aroundEntry(made: Made): readonly string[] {
  const { log } = JSON.parse(har(made));
  const [entry] = log.entries;
  const mark = "ENTRIES";
  const [before = "", after = ""] = JSON.stringify({ log: { ...log, entries: [mark] } }).split(JSON.stringify(mark));
  return [before, JSON.stringify(entry), after];
}
