import type { Part } from "./command-words.ts";

/**
 * A word as PowerShell 7.3 and later read it and hand it to a program. In single quotes nothing is special but the
 * quotes; the typographic ones count as such too. An expression in parentheses is one argument.
 * Sources: about_Quoting_Rules and about_Parsing at https://learn.microsoft.com/powershell/.
 */
export function powershellWord(parts: readonly Part[]): string {
  const [first, ...others] = parts;
  if (first === undefined) return "''";
  if (others.length > 0) return `(${[first, ...others].map(expression).join(" + ")})`;
  return "text" in first && isBare(first.text) ? first.text : expression(first);
}

/** Bare words that PowerShell takes for nothing else: no number, operator, splat, list or parameter with a value. */
function isBare(text: string): boolean {
  return /^(?:--?[A-Za-z][\w-]*|[A-Za-z_][\w./=-]*)$/.test(text);
}

function expression(part: Part): string {
  if ("text" in part) return `'${part.text.replace(/['\u2018-\u201b]/g, "$&$&")}'`;
  return `"${part.withVariables.replace(/\$(\w+)/g, "$${env:$1}")}"`;
}
