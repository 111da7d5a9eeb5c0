import type { HostKind } from "../../src/exchange/host.ts";
import type { Wording } from "../../src/exchange/refusal-message.ts";
import { hostLabels } from "../../src/session/host-labels.ts";
import type { Words } from "./words.ts";

/** Clues that ask the same of several names: the names stand in the id, parted by "-or-". */
export function wordsOfFamily(id: string): Words | null {
  for (const [prefix, words] of families) {
    if (id.startsWith(prefix)) return words(id.slice(prefix.length).split("-or-"));
  }
  return null;
}

const families: readonly (readonly [prefix: string, words: (names: readonly string[]) => Words])[] = [
  ["error-type-is-", (types) => either("the error type is", types.map(errorType))],
  ["says-", (wordings) => said(wordings.map((each) => quotations[each] ?? each))],
  [
    "host-is-",
    (kinds) =>
      either(
        "the host is of the kind",
        kinds.map((kind) => labels[kind] ?? kind),
      ),
  ],
  ["deciding-layer-is-", ([layer = ""]) => layerWords(layer.replaceAll("-", " "))],
];

function either(says: string, names: readonly string[]): Words {
  return [`${says} ${joined(names)}`, `${says.replace(/ is\b/, " is not")} ${joined(names)}`];
}

function said(wordings: readonly string[]): Words {
  return [`the answer says ${joined(wordings)}`, `the answer does not say ${joined(wordings)}`];
}

function layerWords(layer: string): Words {
  return [
    `the message names the ${layer} policy as what decided`,
    `the message names another policy than the ${layer} one`,
  ];
}

function joined(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} or ${last}`;
}

const labels: Readonly<Record<string, string>> = hostLabels satisfies Readonly<Record<HostKind, string>>;

/** Error types have capitals that an id lacks. */
const words = [
  "AccessDenied",
  "ClientTokenId",
  "DoesNotMatch",
  "ExpiredToken",
  "Forbidden",
  "IncompleteSignature",
  "Invalid",
  "MissingAuthenticationToken",
  "Signature",
  "Unauthorized",
  "UnrecognizedClient",
  "Exception",
] as const;

const parts = new RegExp(words.join("|"), "gi");

function errorType(name: string): string {
  const spelt = name.replace(parts, (part) => words.find((each) => each.toLowerCase() === part) ?? part);
  return `\`${spelt}\``;
}

/** What each wording says, shortened. */
const quotations: Readonly<Record<string, string>> = {
  forbidden: "`Forbidden`",
  "missing-authentication-token": "`Missing Authentication Token`",
  "incomplete-signature": "that the Authorization header cannot be read",
  "signature-expired": "`Signature expired`",
  "signature-mismatch": "that the signature does not match",
  "credential-scope": "`Credential should be scoped to …`",
  "security-token-invalid": "`The security token included in the request is invalid`",
  "security-token-expired": "`The security token included in the request is expired`",
  "anonymous-denied": "`User: anonymous is not authorized …`",
  "principal-denied": "`User: … is not authorized …`",
  "service-denied": "that a caller may not do something of another service",
  "authorizer-denied": "`User is not authorized to access this resource`",
  "invalid-api-key-identifier": "`Invalid API Key identifier specified`",
  unauthorized: "`Unauthorized`",
  "undetermined-operation": "`Unable to determine service/operation name to be authorized`",
  "no-matching-method": "that no method matches",
  "function-url-forbidden": "`Forbidden. For troubleshooting Function URL …`",
  "null-message": "`null` as its message",
  other: "words of its own",
  empty: "nothing",
} satisfies Readonly<Record<Wording, string>>;
