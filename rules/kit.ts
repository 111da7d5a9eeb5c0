/** The one import of a rule: what it is made of, the clues, and the advice that causes share. */
export { command } from "../src/commands/command.ts";
export type { Case } from "../src/diagnosis/case.ts";
export { both, quote } from "../src/diagnosis/clue.ts";
export type { Advice } from "../src/diagnosis/diagnosis.ts";
export { type Clue, weigh } from "../src/diagnosis/rule.ts";
export * from "./advice/caller-advice.ts";
export * from "./advice/cloudfront-advice.ts";
export * from "./advice/links.ts";
export * from "./advice/logs.ts";
export * from "./advice/owner-commands.ts";
export * from "./advice/rest-advice.ts";
export * from "./advice/waf-advice.ts";
export * from "./clues/index.ts";
export * as iac from "./iac/templates.ts";
export { makeReadable } from "./page-view.ts";
export { layerAdvice, narrowDeny } from "./policy-layer.ts";
export * from "./probes/expected-results.ts";
export type { Rule } from "./rule.ts";
