import { type MethodArn, methodArnIn, pathFits } from "../../exchange/arn.ts";
import type { Exchange } from "../../exchange/exchange.ts";
import { isApiHost } from "../../exchange/host.ts";
import type { Case } from "../case.ts";
import { cannotTell, clue, no, quote, yes } from "./answer.ts";
import { answeredByRestApi } from "./envelope.ts";

/** Clues from the resource that a denial names, compared with the URL that was called. */

function arnOf({ refusal }: Case): MethodArn | null {
  return refusal.known ? methodArnIn(refusal.value.message) : null;
}

const unnamed = "the message names no method";

/** An API never names another one than its own: somebody on the way called that one, or the Host header did. */
export const denialNamesOtherApi = clue("denial-names-other-api", (subject) => {
  const arn = arnOf(subject);
  const { host } = subject.exchange;
  if (arn === null) return cannotTell("the API that denied", unnamed);
  if (host.apiId === null) return cannotTell("the API that was called", "its name does not carry the API's id");
  return arn.apiId === host.apiId
    ? no(`the denial names the API that was called, ${quote(host.apiId)}`)
    : yes(`the denial names the API ${quote(arn.apiId)}, the URL calls ${quote(host.apiId)}`);
});

/** A REST API's own refusal, as far as can be seen: an integration can pass on what another API told it. */
export const deniedByThisApi = clue("denied-by-this-api", (subject) =>
  denialNamesOtherApi.ask(subject).answer === "yes"
    ? no("the denial is another API's")
    : answeredByRestApi.ask(subject),
);

/** A mapping, a proxy or CloudFront changed the call, so that a policy made after the URL does not fit it. */
export const callArrivedOtherwise = clue("call-arrived-otherwise", (subject) => {
  const arn = arnOf(subject);
  if (arn === null || arn.route !== null) return cannotTell("the call as it arrived", unnamed);
  const differences = differencesOf(arn, subject.exchange);
  const arrived = quote([arn.stage ?? "*", arn.verb ?? "*", arn.path].join("/"));
  return differences.length === 0
    ? no(`the call arrived as it was sent, ${arrived}`)
    : yes(`the call arrived as ${arrived}, with another ${differences.join(" and ")} than in the URL`);
});

function differencesOf(arn: MethodArn, { host, request }: Exchange): string[] {
  const [first = "", ...rest] = request.target.segments;
  const hasStage = isApiHost(host.kind) && arn.stage !== "$default";
  const differences: (readonly [what: string, differs: boolean])[] = [
    ["stage", hasStage && arn.stage !== null && !pathFits(arn.stage, first)],
    ["verb", arn.verb !== null && arn.verb !== request.method],
    ["path", !pathFits(arn.path, (hasStage ? rest : [first, ...rest]).join("/"))],
  ];
  return differences.flatMap(([what, differs]) => (differs ? [what] : []));
}
