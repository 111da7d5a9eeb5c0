/** A row that is added to a list: what stands there is found once, and replaced. */
interface Row {
  readonly path: string;
  readonly found: string;
  readonly replaced: string;
}

/** Something that is added to the program, and what that takes. */
export interface Addition {
  readonly what: string;
  /** Files that are written by hand; by path. */
  readonly files: Readonly<Record<string, string>>;
  /** Rows in the lists that name such things. */
  readonly rows: readonly Row[];
  /** Commands that write what is generated. */
  readonly generate: readonly string[];
  /** Files that those write. */
  readonly generated: readonly string[];
  /** Commands that must pass with it. */
  readonly checks: readonly string[];
}

const cause: Addition = {
  what: "a cause",
  files: {
    "rules/causes/routing/vault-closed.ts": `import { advice, both, errorTypeIs, hasRestRequestId, type Rule, weigh } from "../../kit.ts";

export default {
  id: "vault-closed",
  title: "The vault is closed",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 0.001,
  clues: [weigh(both(errorTypeIs("VaultClosedException"), hasRestRequestId), { yes: "proof", no: -4 })],
  means: "The vault behind the method is closed.",
  confirm: () => advice("Look at the vault."),
  fix: () => [advice("Open the vault.")],
  links: [],
  expectedResults: {},
} satisfies Rule;
`,
    "rules/causes/routing/vault-closed.examples.ts": `import type { Examples } from "../../example.ts";

const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";
const responseBody = '{"message":"Forbidden"}';
const responseHeaders = { "x-amzn-errortype": "VaultClosedException", "x-amz-apigw-id": "AbCdEfGhIjKlMnO=" };

/** A vault that is closed has an error type of its own. */
export default {
  mustSay: [{ title: "it is closed", exchanges: [{ url, status: 403, responseHeaders, responseBody }] }],
  mustNotSay: [{ title: "nginx", exchanges: [{ url, status: 403, responseHeaders: { server: "nginx" } }] }],
  withoutCommand: { confirm: "nobody sees into it", fix: "it has a handle" },
} satisfies Examples;
`,
  },
  rows: [],
  generate: ["npm run generate"],
  generated: ["docs/causes.md", "rules/index.ts"],
  checks: [
    "npx vitest run rules/rules.test.ts rules/commands.test.ts -t vault-closed",
    "npx vitest run rules/clues/words.test.ts scripts/generate.test.ts",
  ],
};

const clue: Addition = {
  what: "a clue",
  files: {
    "rules/clues/vault.ts": `import { clue, no, yes } from "../../src/diagnosis/clue.ts";

/** A vault tells its state in a header. */
export const vaultIsClosed = clue({
  id: "vault-is-closed",
  holds: "a header says that the vault is closed",
  fails: "no header says that the vault is closed",
  ask: ({ exchange: { response } }) =>
    response.headers.has("x-vault-closed") ? yes("the vault is closed") : no("the vault is not said to be closed"),
});
`,
    "rules/clues/vault.test.ts": `import { expect, it } from "vitest";
import { caseOf } from "../../testing/examples/case.ts";
import { vaultIsClosed } from "../kit.ts";

it("knows a closed vault", () => {
  const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";
  const subject = caseOf({ url, status: 403, responseHeaders: { "x-vault-closed": "yes" } });
  expect(vaultIsClosed.ask(subject).answer).toBe("yes");
});
`,
  },
  rows: [],
  generate: ["npm run generate"],
  generated: ["rules/clues/index.ts"],
  checks: ["npx vitest run rules/clues/vault.test.ts rules/clues/words.test.ts scripts/generate.test.ts"],
};

const input: Addition = {
  what: "a kind of input",
  files: {
    "src/capture/vault-log/source.ts": `import type { RecordKind } from "../record.ts";
import type { CaptureSource } from "../source.ts";

/** A line of a vault's log. */
export const vaultLines: RecordKind<string> = { id: "vault-line" };

/** The log of a vault, a record a line. */
export const vaultLog: CaptureSource = {
  id: "vault-log",
  hasOffsets: false,
  recognises: (head) => new TextDecoder().decode(head).startsWith("vault:"),
  async read(bytes, { onRecords }) {
    const decoder = new TextDecoder();
    let text = "";
    for await (const piece of bytes) text += decoder.decode(piece, { stream: true });
    onRecords?.(text.split("\\n").map((value, position) => ({ kind: vaultLines, position, value })));
    return { producer: { name: "vault", version: "", live: false }, count: 0, problems: [] };
  },
};
`,
    "rules/clues/vault-log.ts": `import { vaultLines } from "../../src/capture/vault-log/source.ts";
import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";

/** The log tells what a response does not. */
export const vaultLogSaysClosed = clue({
  id: "vault-log-says-closed",
  holds: "the vault's log says that it is closed",
  fails: "the vault's log does not say that it is closed",
  ask: ({ session }) => {
    const lines = session.records(vaultLines);
    const [first] = lines;
    if (first === undefined) return cannotTell("the vault's log", "none was captured");
    const closed = lines.find(({ value }) => value.includes("closed"));
    return closed === undefined ? no("the log does not say so", first) : yes("the log says so", closed);
  },
});
`,
    "rules/clues/vault-log.test.ts": `import { expect, it } from "vitest";
import { vaultLines } from "../../src/capture/vault-log/source.ts";
import { openCase } from "../../src/diagnosis/case.ts";
import { openSession } from "../../src/session/open-session.ts";
import { recordingOf } from "../../testing/examples/recording.ts";
import { vaultLogSaysClosed } from "../kit.ts";
import { knowledge } from "../knowledge.ts";

it("knows a closed vault by its log", () => {
  const url = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";
  const recorded = recordingOf({ title: "", exchanges: [{ url, status: 403 }] });
  const record = { kind: vaultLines, file: "vault.log", position: 7, value: "vault is closed" };
  const session = openSession(recorded, [], null, [record]);
  const [refused] = session.refusedRequests;
  if (refused === undefined) throw new Error("nothing was refused");
  expect(vaultLogSaysClosed.ask(openCase(refused, session, knowledge))).toMatchObject({ answer: "yes" });
});
`,
  },
  rows: [
    {
      path: "src/capture/sources.ts",
      found: 'import { transcript } from "./transcripts/source.ts";\n',
      replaced:
        'import { transcript } from "./transcripts/source.ts";\nimport { vaultLog } from "./vault-log/source.ts";\n',
    },
    {
      path: "src/capture/sources.ts",
      found: "[playwrightTrace, transcript, har]",
      replaced: "[playwrightTrace, transcript, vaultLog, har]",
    },
  ],
  generate: ["npm run generate"],
  generated: ["rules/clues/index.ts"],
  checks: [
    "npx vitest run rules/clues/vault-log.test.ts src/capture/sources.test.ts scripts/generate.test.ts scripts/layers",
  ],
};

const format: Addition = {
  what: "a format of reports",
  files: {
    "src/reports/formats/urls.ts": `import type { ReportFormat } from "../format.ts";

/** The URLs of the refused requests, one a line. */
export const urls: ReportFormat<"urls"> = {
  id: "urls",
  label: "URLs",
  purpose: "a URL a line",
  mediaType: "text/plain",
  baseName: "refused-requests",
  extension: "txt",
  covers: "all",
  secrets: "placeholders",
  problemsIn: null,
  inPanel: true,
  writer: () => ({
    begin: () => "",
    add: ({ explanations }) => explanations.map(({ diagnosis }) => \`\${diagnosis.url}\\n\`).join(""),
    end: () => "",
  }),
};
`,
  },
  rows: [
    {
      path: "src/reports/formats.ts",
      found: 'import { text } from "./formats/text.ts";\n',
      replaced: 'import { text } from "./formats/text.ts";\nimport { urls } from "./formats/urls.ts";\n',
    },
    { path: "src/reports/formats.ts", found: "ndjson, sarif] as const", replaced: "ndjson, sarif, urls] as const" },
  ],
  generate: ["npx vitest run scripts/formats-table -u"],
  generated: ["docs/command-line.md", "docs/exports.md"],
  checks: [
    "npx vitest run src/reports/formats.test.ts src/reports/planted-secrets.test.ts scripts/formats-table.test.ts",
    "npx tsx src/cli/main.ts panel/example.har --format urls",
  ],
};

const section: Addition = {
  what: "a section of the panel",
  files: {
    "panel/diagnosis/vault/Vault.tsx": `import type { DiagnosisSection } from "../section.ts";

/** The state of the vault. */
export const vault: DiagnosisSection = {
  id: "vault",
  title: "Vault",
  applies: ({ explanation }) => explanation.diagnosis.cause === "vault-closed",
  View: () => <p>The vault is closed.</p>,
};
`,
  },
  rows: [
    {
      path: "panel/diagnosis/sections.ts",
      found: 'import { whyNot } from "./why-not/WhyNot.tsx";\n',
      replaced: 'import { vault } from "./vault/Vault.tsx";\nimport { whyNot } from "./why-not/WhyNot.tsx";\n',
    },
    { path: "panel/diagnosis/sections.ts", found: "  whyNot,\n", replaced: "  vault,\n  whyNot,\n" },
  ],
  generate: [],
  generated: [],
  checks: [],
};

/** What is added most often, with all that it takes. */
export const additions: readonly Addition[] = [cause, clue, input, format, section];
