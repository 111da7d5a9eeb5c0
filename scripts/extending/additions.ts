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
export const additions: readonly Addition[] = [cause, clue, format, section];
