import { useEffect, useState } from "preact/hooks";
import type { Exported, ExportFormat, ExportScope } from "../../src/worker/protocol.ts";
import { Dialog } from "../dialogs/Dialog.tsx";
import { DialogButtons } from "../dialogs/DialogButtons.tsx";
import { Choice } from "../elements/Choice.tsx";
import { CopyButton } from "../elements/CopyButton.tsx";
import { blockText, lineText } from "../elements/display-text.ts";
import { counted } from "../elements/wording.ts";
import { usePanel } from "../store/panel-context.ts";
import { whyFailed } from "../store/worker-failure.ts";
import { ExportRun, type ExportState } from "./export-run.ts";
import { saveFile } from "./save-file.ts";
import "../elements/button.css";
import "./export.css";
import "../elements/section.css";
import "../elements/text.css";

/** Chooses an export and shows it before it is shared. Starts anew each time it is opened. */
export function ExportDialog() {
  const { store } = usePanel();
  return store.dialog.value === "export" ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { store, actions } = usePanel();
  const shell = store.shell.value;
  const [scope, setScope] = useState<ExportScope>(store.exportScope.value);
  const [formats, setFormats] = useState<readonly ExportFormat[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [unmasked, setUnmasked] = useState(false);
  const [hidePeople, setHidePeople] = useState(false);
  const [run] = useState(() => new ExportRun((error) => whyFailed(error, store)));
  const format = formats.find(({ id }) => id === chosen) ?? formats[0];
  const canKeep = format?.secrets === "pseudonyms";
  const id = format?.id;
  useEffect(() => {
    actions.exportFormats().then(setFormats, (error) => run.fail(error));
  }, [actions, run]);
  useEffect(() => {
    if (id === undefined) return undefined;
    return run.start(() => actions.export(scope, { format: id, unmasked: unmasked && canKeep, hidePeople, shell }));
  }, [actions, run, scope, id, unmasked, canKeep, hidePeople, shell]);
  const state = run.state.value;
  return (
    <Dialog name="export" title="Export">
      <div class="export-choices">
        <ScopeChoice scope={scope} onChange={setScope} />
        <label>
          As{" "}
          <select value={id} onChange={(event) => setChosen(event.currentTarget.value)}>
            {formats.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <span class="text-quiet">{format && sentence(format.purpose)}</span>
      </div>
      <Choice checked={hidePeople} onChange={setHidePeople}>
        Hide AWS account ids and e-mail addresses, too
      </Choice>
      {canKeep && (
        <Choice checked={unmasked} onChange={setUnmasked}>
          Keep credentials: this file will hold every token, key, cookie and password that was captured
        </Choice>
      )}
      {state.kind === "failed" ? <p role="alert">{lineText(state.says)}</p> : <Preview made={doneIn(state)} />}
      <DialogButtons>
        {state.kind === "done" && (
          <>
            <CopyButton text={() => state.exported.file.text()} what="what is shown" />{" "}
            <button type="button" class="button" onClick={() => saveFile(state.exported)}>
              Save as {state.exported.fileName}
            </button>
          </>
        )}
      </DialogButtons>
    </Dialog>
  );
}

function doneIn(state: ExportState): Exported | null {
  return state.kind === "done" ? state.exported : null;
}

function sentence(phrase: string): string {
  return `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
}

interface ScopeProps {
  readonly scope: ExportScope;
  readonly onChange: (scope: ExportScope) => void;
}

/** All refused requests; and, where one is chosen, it or its root cause alone. */
function ScopeChoice({ scope, onChange }: ScopeProps) {
  const { store } = usePanel();
  const row = store.selectedRow.value;
  const scopes: readonly (readonly [label: string, scope: ExportScope])[] = [
    [`all ${counted(store.refused.value.length, "refused request")}`, { kind: "all" }],
    ...(row === null || row.verdict === null
      ? []
      : ([
          [`the root cause “${row.verdict.title}”`, { kind: "finding", finding: row.verdict.finding }],
          ["the chosen request", { kind: "request", key: row.key }],
        ] as const)),
  ];
  return (
    <label>
      Export{" "}
      <select
        value={scope.kind}
        onChange={(event) => {
          const found = scopes.find(([, each]) => each.kind === event.currentTarget.value);
          if (found !== undefined) onChange(found[1]);
        }}
      >
        {scopes.map(([label, { kind }]) => (
          <option key={kind} value={kind}>
            {blockText(label, 80)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Preview({ made }: { readonly made: Exported | null }) {
  return (
    <section class="section export-shared" aria-busy={made === null}>
      <h3>
        <label for="preview">What will be shared</label>
        <span class="section-note" role="status">
          {made === null ? " · is being written …" : ` · ${counted(made.file.size, "byte")}`}
          {made?.isCut && ", of which the first are shown"}
        </span>
      </h3>
      <textarea
        id="preview"
        class="export-preview"
        readOnly
        spellcheck={false}
        value={made === null ? "" : blockText(made.beginning, made.beginning.length)}
      />
    </section>
  );
}
