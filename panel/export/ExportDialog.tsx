import { useEffect, useState } from "preact/hooks";
import type { Exported, ExportFormat, ExportScope } from "../../src/worker/protocol.ts";
import { Dialog } from "../dialogs/Dialog.tsx";
import { DialogButtons } from "../dialogs/DialogButtons.tsx";
import { Choice } from "../elements/Choice.tsx";
import { CopyButton } from "../elements/CopyButton.tsx";
import { blockText } from "../elements/display-text.ts";
import { counted } from "../elements/wording.ts";
import { usePanel } from "../store/panel-context.ts";
import { whyFailed } from "../store/worker-failure.ts";
import { saveFile } from "./save-file.ts";
import "../elements/button.css";
import "./export.css";
import "../elements/section.css";
import "../elements/text.css";

const formats: readonly { readonly id: ExportFormat; readonly label: string; readonly note: string }[] = [
  { id: "markdown", label: "Report for a ticket (Markdown)", note: "For somebody who was not there." },
  { id: "minimal-har", label: "Minimal HAR", note: "Only the requests that prove the diagnosis." },
  { id: "har", label: "Annotated HAR", note: "All requests, each refused one with its diagnosis." },
  { id: "json", label: "JSON", note: "As the command line prints it." },
  { id: "sarif", label: "SARIF", note: "For pages that show the results of code scanning." },
];

/** Chooses what is exported and how, and shows it before it is shared. */
export function ExportDialog() {
  const { store, actions } = usePanel();
  const shell = store.shell.value;
  const [scope, setScope] = useState<ExportScope>(store.exportScope.value);
  const [format, setFormat] = useState<ExportFormat>("markdown");
  const [unmasked, setUnmasked] = useState(false);
  const [hidePeople, setHidePeople] = useState(false);
  const [made, setMade] = useState<Exported | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const isHar = format === "har" || format === "minimal-har";
  useEffect(() => {
    let isWanted = true;
    setMade(null);
    setFailure(null);
    actions.export(scope, { format, unmasked: unmasked && isHar, hidePeople, shell }).then(
      (exported) => isWanted && setMade(exported),
      (error) => isWanted && setFailure(`Nothing was exported. ${whyFailed(error)}`),
    );
    return () => {
      isWanted = false;
    };
  }, [actions, scope, format, unmasked, isHar, hidePeople, shell]);
  return (
    <Dialog name="export" title="Export">
      <div class="export-choices">
        <ScopeChoice scope={scope} onChange={setScope} />
        <label>
          As{" "}
          <select value={format} onChange={(event) => setFormat(formatNamed(event.currentTarget.value))}>
            {formats.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <span class="text-quiet">{formats.find(({ id }) => id === format)?.note}</span>
      </div>
      <Choice checked={hidePeople} onChange={setHidePeople}>
        Hide AWS account ids and e-mail addresses, too
      </Choice>
      {isHar && (
        <Choice checked={unmasked} onChange={setUnmasked}>
          Keep credentials: this file will hold every token, key, cookie and password that was captured
        </Choice>
      )}
      {failure === null ? <Preview made={made} /> : <p role="alert">{failure}</p>}
      <DialogButtons>
        {made !== null && (
          <>
            <CopyButton text={() => made.file.text()} what="what is shown" />{" "}
            <button type="button" class="button" onClick={() => saveFile(made)}>
              Save as {made.fileName}
            </button>
          </>
        )}
      </DialogButtons>
    </Dialog>
  );
}

function formatNamed(name: string): ExportFormat {
  return formats.find(({ id }) => id === name)?.id ?? "markdown";
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
        <span class="text-quiet" role="status">
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
