import type { Case } from "./case.ts";
import type { Root, Scope } from "./explanation.ts";
import type { Knowledge } from "./knowledge.ts";
import { quote } from "./quote.ts";
import type { Rule } from "./rule.ts";

/** The root of a refusal: its cause within a scope. */
export function rootOf(rule: Rule, subject: Case, knowledge: Pick<Knowledge, "scopeOf">): Root {
  const scope = knowledge.scopeOf(rule, subject);
  return { key: JSON.stringify([rule.id, scope]), title: titleIn(rule, scope), scope };
}

const placeholders = /\{(\w+)\}/g;

/** The rule's title with the values of the scope; its ordinary title where one of them is not known. */
function titleIn({ title, specificTitle }: Rule, scope: Scope): string {
  if (specificTitle === undefined) return title;
  const named = [...specificTitle.matchAll(placeholders)].map(([, part = ""]) => scope[part]);
  if (named.includes(undefined)) return title;
  return specificTitle.replace(placeholders, (_, part: string) => quote(scope[part] ?? "", 60));
}
