/** The texts that a new rule begins with. */

/** Ids are kebab-case, because they are file names, JSON values and anchors of docs/causes.md at once. */
const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/** Why an id cannot be taken for a new rule; null where it can. */
export function refuseId(id: string, existing: readonly string[]): string | null {
  if (!idForm.test(id))
    return `"${id}" is no rule id: use lower-case words joined by hyphens, such as api-key-missing.`;
  return existing.includes(id) ? `The rule ${id} exists already.` : null;
}

/** The rule's file, to be filled in. It compiles as it is, and diagnoses nothing: its prior is next to nothing. */
export function ruleText(id: string): string {
  return `import { hasRestRequestId } from "../rules/clues/envelope.ts";
import { tell } from "../rules/advice/owner-commands.ts";
import { type Rule, weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "${id}",
  title: "What is wrong, in one short sentence",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 0.001,
  clues: [weigh(hasRestRequestId, { yes: 1, no: -2 })],
  means: "What happened, in two or three sentences.",
  confirm: () => tell("How the API's owner makes sure."),
  fix: () => [tell("What the API's owner or the caller changes.")],
  links: [],
  wouldAnswer: {},
} satisfies Rule;
`;
}

/** The rule's examples, to be replaced by real ones. */
export function examplesText(id: string): string {
  return `import type { Examples } from "../rules/example.ts";

/** Captures of ${id}, and of other causes that look like it. */
export default {
  mustSay: [
    {
      title: "what this capture shows",
      exchanges: [
        {
          url: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders",
          status: 403,
          answers: { "x-amzn-errortype": "ForbiddenException", "x-amz-apigw-id": "AbCdEfGhIjKlMnO=" },
          body: '{"message":"Forbidden"}',
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "what looks alike and is another cause",
      exchanges: [
        {
          url: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders",
          status: 403,
          answers: { server: "nginx" },
          body: "no",
        },
      ],
    },
  ],
} satisfies Examples;
`;
}

/** The index with the rule in it, imports and list in the order of the ids. */
export function withRule(index: string, id: string): string {
  const name = variableOf(id);
  const imports = insertSorted(
    index.split("\n"),
    /^import \w+ from "\.\/(.+)\.ts";$/,
    id,
    `import ${name} from "./${id}.ts";`,
  );
  return insertSorted(imports, /^ {2}(\w+),$/, name, `  ${name},`).join("\n");
}

/** The index of the examples with the rule's in it. */
export function withExamples(index: string, id: string): string {
  const name = variableOf(id);
  const line = `import ${name} from "./${id}.examples.ts";`;
  const imports = insertSorted(index.split("\n"), /^import \w+ from "\.\/(.+)\.examples\.ts";$/, id, line);
  return insertSorted(imports, /^ {2}"([^"]+)": \w+,$/, id, `  "${id}": ${name},`).join("\n");
}

function variableOf(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** Puts a line before the first of its kind that sorts after it, or behind the last of its kind. */
function insertSorted(lines: readonly string[], kind: RegExp, key: string, line: string): string[] {
  const known = lines.flatMap((each, at) => {
    const found = kind.exec(each)?.[1];
    return found === undefined ? [] : [{ found, at }];
  });
  const last = known.at(-1);
  if (last === undefined) throw new Error(`the index has no line like ${line.trim()} to stand beside`);
  const at = known.find(({ found }) => found > key)?.at ?? last.at + 1;
  return lines.toSpliced(at, 0, line);
}
