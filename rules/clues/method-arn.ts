import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, joined, quotedFrom, responseBody, url } from "../../src/diagnosis/quote.ts";
import type { Answer } from "../../src/diagnosis/rule.ts";
import { type MethodArn, methodArnIn, namesStageTwice, pathFits } from "../../src/exchange/arn.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { type HostIdentity, isApiHost } from "../../src/exchange/host.ts";
import { echoedCanonical } from "../../src/exchange/sigv4/echoed-canonical.ts";
import { principalIsNamed } from "./denied-principal.ts";
import { restApiResponded } from "./envelope.ts";
import { refusalIsOfOtherCall } from "./other-call.ts";
import { showsSignature } from "./request.ts";

/** Clues from the resource that a denial names, compared with the URL that was called. */

function arnOf({ refusal }: Case): MethodArn | null {
  return refusal.known ? methodArnIn(refusal.value.message) : null;
}

const unnamed = "the message names no method";

function nothingNamed({ refusal }: Case): Answer {
  return refusal.known ? fact("no-method-is-named", no(unnamed)) : cannotTell("the body of the response", refusal.why);
}

/** An API names no other than its own: somebody on the way called that one, or the Host header did. */
export const denialNamesOtherApi = clue({
  id: "denial-names-other-api",
  holds: "the denial names another API than the URL",
  ask: (subject) => {
    const arn = arnOf(subject);
    const { host } = subject.exchange;
    if (arn === null) return nothingNamed(subject);
    if (host.region !== null && arn.region !== host.region) {
      return yes`the denial names an API in ${responseBody(arn.region)}, the URL calls one in ${url(host.region)}`;
    }
    if (host.apiId === null) return cannotTell("the API that was called", "its name does not carry the API's id");
    return arn.apiId === host.apiId
      ? no`the denial names the API that was called, ${url(host.apiId)}`
      : yes`the denial names the API ${responseBody(arn.apiId)}, the URL calls ${url(host.apiId)}`;
  },
});

/** The mapping chose the stage, and the path has it once more. A policy for such a path would allow a mistake. */
export const denialNamesStageTwice = clue({
  id: "denial-names-stage-twice",
  holds: "the denial names the stage, and the stage once more as the beginning of the path",
  ask: (subject) => {
    const arn = arnOf(subject);
    if (arn === null) return nothingNamed(subject);
    return namesStageTwice(arn)
      ? yes`the denial names the stage ${responseBody(arn.stage ?? "")} and the path ${responseBody(arn.path)}, which begins with the stage`
      : no("the path that the denial names does not begin with its stage");
  },
});

/** The verb of the call that was refused, by a denial's ARN or by the canonical request of a wrong signature. */
function refusedVerb({ refusal }: Case): string | null {
  if (!refusal.known) return null;
  return methodArnIn(refusal.value.message)?.verb ?? echoedCanonical(refusal.value.message)?.canonical.method ?? null;
}

export const refusalNamesOtherVerb = clue({
  id: "refusal-names-other-verb",
  holds: "the refusal names another verb than was asked",
  ask: (subject) => {
    const { method } = subject.exchange.request;
    const refused = refusedVerb(subject);
    if (refused === null) return nothingNamed(subject);
    return refused === method
      ? no`the refused call is a ${quotedFrom("method", method)}, as this one is`
      : yes`the refused call is a ${responseBody(refused)}, this one a ${quotedFrom("method", method)}`;
  },
});

/**
 * What a proof needs where a denial names the call: the response is a REST API's, and about this call, since the ARN has
 * its API as far as the host tells, its verb and its path, and a named caller shows in the request's signature.
 */
export const deniesThisCall = clue({
  id: "denies-this-call",
  holds: "the denial names this very call",
  ask: (subject) => {
    const arn = arnOf(subject);
    if (arn === null) return cannotTell("the refused call", unnamed);
    const contradiction = [denialNamesOtherApi, refusalNamesOtherVerb, refusalIsOfOtherCall]
      .map((each) => each.ask(subject))
      .find(({ answer }) => answer === "yes");
    if (contradiction !== undefined) return no("the denial is about another call");
    if (!namesItsPath(arn, subject.exchange)) {
      return fact("other-path-is-named", no("the denial names another path than the URL"));
    }
    const ofCaller = principalIsNamed.ask(subject).answer !== "yes" || showsSignature.ask(subject).answer === "yes";
    return ofCaller
      ? restApiResponded.ask(subject)
      : fact("caller-is-named-without-signature", no("the denial names a caller, the request shows no signature"));
  },
});

/**
 * True where the ARN's path is that of the URL. A stage, a mapping's key or what a proxy adds may stand before either of
 * them, so that the shorter one has to be the end of the other; a pattern fits too much to tell.
 */
function namesItsPath(arn: MethodArn, { kind, host, request }: Exchange): boolean {
  if (arn.route !== null) return kind === "websocket";
  const called = hasStage(arn, host) ? request.target.segments.slice(1) : request.target.segments;
  if (host.apiId !== null) return pathFits(arn.path, called.join("/"));
  if (arn.path.includes("*")) return false;
  const [shorter, longer] = [arn.path, called.join("/")].toSorted((a, b) => a.length - b.length) as [string, string];
  return pathFits(shorter, longer) || (shorter !== "" && pathFits(shorter, lastSegments(longer, shorter)));
}

/** As many of the last segments of a path as another one has. */
function lastSegments(path: string, other: string): string {
  return path.split("/").slice(-other.split("/").length).join("/");
}

function hasStage(arn: MethodArn, { kind }: HostIdentity): boolean {
  return isApiHost(kind) && arn.stage !== "$default";
}

/** A mapping, a proxy or CloudFront changed the call, so that a policy made after the URL does not fit it. */
export const callArrivedOtherwise = clue({
  id: "call-arrived-otherwise",
  holds: "the denial names another verb or path than the URL",
  ask: (subject) => {
    const arn = arnOf(subject);
    if (arn === null || arn.route !== null) return cannotTell("the call as it arrived", unnamed);
    const differences = differencesOf(arn, subject.exchange);
    const arrived = responseBody([arn.stage ?? "*", arn.verb ?? "*", arn.path].join("/"));
    return differences.length === 0
      ? no`the call arrived as it was sent, ${arrived}`
      : yes`the call arrived as ${arrived}, with another ${joined(differences.map(derived), " and ")} than in the URL`;
  },
});

function differencesOf(arn: MethodArn, { host, request }: Exchange): string[] {
  const [first = "", ...rest] = request.target.segments;
  const staged = hasStage(arn, host);
  const differences: (readonly [what: string, differs: boolean])[] = [
    ["stage", staged && arn.stage !== null && !pathFits(arn.stage, first)],
    ["verb", arn.verb !== null && arn.verb !== request.method],
    ["path", !pathFits(arn.path, (staged ? rest : [first, ...rest]).join("/"))],
  ];
  return differences.flatMap(([what, differs]) => (differs ? [what] : []));
}
