import type { HarProblem } from "../../src/capture/entry.ts";
import { countOf, lostEntries } from "../../src/capture/problem-list.ts";
import type { Source } from "../../src/session/recording.ts";
import { lineText } from "../elements/display-text.ts";
import { counted } from "../elements/wording.ts";
import { Strip } from "../notices/Strip.tsx";
import { usePanel } from "../store/panel-context.ts";
import "../elements/strip.css";

/** At most this many problems are listed; the rest is counted. */
const listed = 200;

/** Lists problems of opened files. Each file's stay until they are dismissed. */
export function FileProblems() {
  const { store } = usePanel();
  const flawed = store.sources.value.filter(
    ({ file, problems }) => problems.length > 0 && !store.dismissed.value.has(file),
  );
  const refused = store.refusedFiles.value;
  if (flawed.length + refused.length === 0) return null;
  return (
    <section class="strip-list" aria-label="Problems with files">
      {refused.map((file, index) => (
        <Strip key={`refused ${index}`} onDismiss={() => dropRefused(file)}>
          <span role="alert">
            <b>{lineText(file.name, 120)}</b> {lineText(file.says, 600)}
          </span>
        </Strip>
      ))}
      {flawed.map((source) => (
        <Strip key={source.file} onDismiss={() => dismiss(source.file)}>
          <SourceProblems source={source} />
        </Strip>
      ))}
    </section>
  );

  function dropRefused(file: (typeof refused)[number]) {
    store.refusedFiles.value = store.refusedFiles.value.filter((each) => each !== file);
  }

  function dismiss(file: string) {
    store.dismissed.value = new Set([...store.dismissed.value, file]);
  }
}

function SourceProblems({ source }: { readonly source: Source }) {
  const { file, problems, count } = source;
  return (
    <details>
      <summary>
        <b>{lineText(file, 120)}</b> {summaryOf(problems, count)}
      </summary>
      <ul>
        {problems.slice(0, listed).map((problem, index) => (
          <li key={index}>{sentenceOf(problem)}</li>
        ))}
        {problems.length > listed && <li>and {counted(countOf(problems.slice(listed)), "more", "more")}</li>}
      </ul>
    </details>
  );
}

function summaryOf(problems: readonly HarProblem[], count: number): string {
  const lost = lostEntries(problems);
  const flaws = counted(countOf(problems), "problem");
  if (lost === 0) return `was read with ${flaws}; no entry was lost.`;
  return `was read with ${flaws}; ${lost.toLocaleString("en")} of ${counted(count, "entry", "entries")} could not be used.`;
}

function sentenceOf({ entry, reason, lost, count }: HarProblem): string {
  const where = entry === null ? "file" : `entry ${entry}`;
  if (count !== undefined) return `${reason}: ${counted(count, "more", "more")}`;
  return `${where}: ${lineText(reason, 600)}${lost ? " (left out)" : ""}`;
}
