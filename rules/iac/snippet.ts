import { shownControls } from "../../src/commands/posix.ts";

/**
 * Makes source text from hostile text. Each interpolated value becomes one quoted string, which YAML, TypeScript and
 * HCL read alike. The text loses the indentation of its first line.
 */
export function snippet(literals: TemplateStringsArray, ...values: readonly string[]): string {
  const [indentation = "\n"] = /^\n +/.exec(literals[0] ?? "") ?? [];
  return literals
    .map((literal, index) => literal.replaceAll(indentation, "\n") + quoted(values[index]))
    .join("")
    .trim();
}

/**
 * Replaces characters that no source may hold, and braces that start a tool's placeholder inside strings: `${…}`
 * (Terraform, Serverless Framework, CDK's tokens), `%{…}` (Terraform), `{{resolve:…}}` (CloudFormation).
 */
function quoted(value: string | undefined): string {
  if (value === undefined) return "";
  const written = value.replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, "\uFFFD").replace(/(?<=[$%{])\{/g, "%7B");
  return JSON.stringify(shownControls(written));
}
