import { readAuthorization } from "./authorization-header.ts";
import type { RestCall, Step } from "./call.ts";
import { verifySignature } from "./iam.ts";
import { missingAuthenticationToken, type Refusal } from "./refusals.ts";

/**
 * Resource and method. What isn't there is refused as though it wanted a signature, because to API Gateway every
 * unknown route is one that only a signed call could reach.
 */
export const findMethod: Step = (call) => {
  const resource = matchPath(call.api.resources, (candidate) => candidate.path, call.path);
  const method = resource?.methods[call.request.method] ?? resource?.methods["ANY"];
  if (!resource || !method) return refuseUnknownRoute(call);
  call.route = { resourcePath: resource.path, method };
  return undefined;
};

function refuseUnknownRoute(call: RestCall): Refusal {
  const header = readAuthorization(call.request, call.api.wording);
  if (header.kind === "refused") return header.refusal;
  if (header.kind === "absent") return missingAuthenticationToken();
  const verified = verifySignature(call.request, call.account, call.api.region, call.api.wording);
  return verified.kind === "refusal" ? verified : missingAuthenticationToken();
}

/** The most specific path template that matches: literal before parameter before greedy, segment by segment. */
export function matchPath<T>(candidates: readonly T[], pathOf: (candidate: T) => string, path: string): T | undefined {
  const segments = split(path);
  const matching = candidates.filter((candidate) => matches(split(pathOf(candidate)), segments));
  return matching.sort((a, b) => rank(pathOf(b)).localeCompare(rank(pathOf(a))))[0];
}

function split(path: string): string[] {
  // A trailing slash doesn't change the resource; the root has no segment.
  return path
    .replace(/^\//, "")
    .replace(/\/$/, "")
    .split("/")
    .filter((segment, _index, all) => all.length > 1 || segment !== "");
}

function matches(template: readonly string[], segments: readonly string[]): boolean {
  const greedy = template.at(-1)?.endsWith("+}") ?? false;
  if (greedy && segments.length < template.length) return false;
  if (!greedy && segments.length !== template.length) return false;
  return template.every((part, index) => part.startsWith("{") || part === segments[index]);
}

function rank(path: string): string {
  return split(path).map(specificity).join("");
}

function specificity(part: string): string {
  if (part.endsWith("+}")) return "0";
  return part.startsWith("{") ? "1" : "2";
}
