import { asks, type Surroundings } from "./definitions.ts";
import { type Mistake, restMistakes, stageUrl } from "./rest-mistakes.ts";
import type { PageRequest, Situation } from "./situation.ts";

/** What a request sends, whether or not the mistake is about it. */
interface Content {
  readonly title: string;
  readonly query?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

const plain: Content = { title: "plain" };
const queries: readonly Content[] = [
  { title: "query", query: "?sort=name&dir=up" },
  { title: "attack", query: "?q=1%27%20or%20%271%27%3D%271" },
];
const contents: Readonly<Record<string, readonly Content[]>> = {
  GET: [plain, ...queries, { title: "no user agent", headers: { "user-agent": undefined } }],
  HEAD: [plain, ...queries],
  POST: [
    { title: "small body", body: "x".repeat(20) },
    { title: "large body", body: "x".repeat(9000) },
  ],
  DELETE: [plain],
};

const verbs = ["GET", "HEAD", "POST", "DELETE"];

const surroundings: readonly Surroundings[] = [true, false].flatMap((hasOptions) =>
  [true, false].map((catchesAll) => ({ hasOptions, catchesAll })),
);

/** What the page did before: nothing, or calls that work where nothing but the mistake prevents it. */
function histories(base: string): readonly (readonly [title: string, before: readonly PageRequest[]])[] {
  const [health, other] = [asks("GET", `${base}/health`), asks("GET", `${new URL(base).origin}/dev/health`)];
  return [
    ["nothing before", []],
    ["another path before", [health]],
    ["another stage before", [other]],
    ["both before", [health, other]],
  ];
}

/** The mistakes of REST APIs in all their variations; some of which are not refused. */
export function restSituations(): readonly Situation[] {
  return restMistakes.flatMap((mistake) =>
    (mistake.bases ?? [stageUrl]).flatMap((base) =>
      (mistake.verbs ?? verbs).flatMap((verb) => varied(mistake, base, verb)),
    ),
  );
}

function varied(mistake: Mistake, base: string, verb: string): Situation[] {
  return (contents[verb] ?? [plain]).flatMap((content) =>
    surroundings.flatMap((around) =>
      histories(base).map(([title, before]) => ({
        name: [mistake.title, base, verb, content.title, wordsOf(around), title].join(", "),
        cause: mistake.cause,
        account: mistake.define(verb, around),
        before,
        refused: refused(mistake, base, verb, content),
        hasUntrustedCertificate: mistake.hasUntrustedCertificate ?? false,
      })),
    ),
  );
}

function refused({ path = "/orders/17", headers }: Mistake, base: string, verb: string, content: Content): PageRequest {
  return asks(verb, `${base}${path}${content.query ?? ""}`, { ...headers, ...content.headers }, content.body);
}

function wordsOf({ hasOptions, catchesAll }: Surroundings): string {
  return `${hasOptions ? "OPTIONS" : "no OPTIONS"}${catchesAll ? " and a route for all paths" : ""}`;
}
