/** What `npm run new-rule` writes, to be replaced. */

/** Ids are kebab-case, because they are file names, JSON values and anchors of the causes' pages at once. */
const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/;

/** The texts of a new rule and its examples. A rule that still has one of them is not done. */
export const scaffoldTexts = {
  title: "What is wrong, in one short sentence",
  means: "What happened, in two or three sentences.",
  confirm: "How the API's owner makes sure.",
  fix: "What the API's owner or the caller changes.",
  example: "what this capture shows",
  lookAlike: "what looks alike and is another cause",
} as const;

/** Where a new rule belongs. */
export interface NewRule {
  readonly family: string;
  readonly id: string;
}

/**
 * The family and the id of a new rule, from `family/id`; a sentence where it cannot be one.
 * @param families the folders that there are
 * @param existing the ids that there are
 */
export function newRuleFrom(
  name: string,
  families: readonly string[],
  existing: readonly string[],
): NewRule | { readonly reason: string } {
  const [family = "", id = "", ...more] = name.split("/");
  if (!families.includes(family) || more.length > 0) {
    return { reason: `Name a family and the rule, such as routing/vault-closed. Families: ${families.join(", ")}.` };
  }
  if (!idForm.test(id)) {
    return { reason: `"${id}" is no rule id: use lower-case words joined by hyphens, such as api-key-missing.` };
  }
  return existing.includes(id) ? { reason: `The rule ${id} exists already.` } : { family, id };
}

/** The rule's file, to be filled in. It compiles as it is, and diagnoses nothing: its prior is next to nothing. */
export function ruleText(id: string): string {
  const { title, means, confirm, fix } = scaffoldTexts;
  return `import { advice, hasRestRequestId, type Rule, weigh } from "../../kit.ts";

export default {
  id: "${id}",
  title: "${title}",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "route",
  prior: 0.001,
  clues: [weigh(hasRestRequestId, { yes: 1, no: -2 })],
  means: "${means}",
  confirm: () => advice("${confirm}"),
  fix: () => [advice("${fix}")],
  links: [],
  expectedResults: {},
} satisfies Rule;
`;
}

/** The rule's examples, to be replaced by real ones. */
export function examplesText(id: string): string {
  return `import type { Examples } from "../../example.ts";

/** Captures of ${id}, and of other causes that look like it. */
export default {
  mustSay: [
    {
      title: "${scaffoldTexts.example}",
      exchanges: [
        {
          url: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders",
          status: 403,
          responseHeaders: { "x-amzn-errortype": "ForbiddenException", "x-amz-apigw-id": "AbCdEfGhIjKlMnO=" },
          responseBody: '{"message":"Forbidden"}',
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "${scaffoldTexts.lookAlike}",
      exchanges: [
        {
          url: "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders",
          status: 403,
          responseHeaders: { server: "nginx" },
          responseBody: "no",
        },
      ],
    },
  ],
} satisfies Examples;
`;
}
