import { cannotTell, clue, no, quote, yes } from "../../src/diagnosis/clue.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { knownFirstSegments } from "../../src/session/known-paths.ts";
import type { Others } from "../../src/session/others.ts";
import {
  firstSegment,
  path,
  roughFirstSegment,
  withoutFirstSegment,
  withoutSecondSegment,
} from "../../src/session/properties.ts";
import { isOfSameOrigin, passedStage, reachedIntegration } from "../../src/session/request-outcome.ts";
import { compare, quoted } from "./compare.ts";

/** Clues from other requests about the first segment of the path: a stage, or the base path of a domain's mapping. */

export const sameStageWorks = compare("same-stage-works", {
  finds: (siblings) => siblings.that(passedStage).withSame(firstSegment).first(),
  yes: (each) => `${quoted(each)}: ${quote(`/${firstSegment(each)}`)} is there`,
  no: "nothing else under the same first segment is seen to get past the stage",
  unseen: "other requests under the same stage",
});

export const otherStageWorks = compare("other-stage-works", {
  finds: (siblings) => siblings.that(reachedIntegration, isOfSameOrigin).firstWithOther(firstSegment),
  yes: (each, _, siblings) =>
    `${quoted(each)}: there the path begins with ${quote(`/${firstSegment(each)}`)}${alsoKnown(each, siblings)}`,
  no: "no request whose path begins otherwise works on this host",
  unseen: "other requests to the host",
});

function alsoKnown(example: Exchange, siblings: Others): string {
  const others = knownFirstSegments(siblings).filter((segment) => segment !== firstSegment(example));
  return others.length === 0 ? "" : `; so do paths with ${others.map((segment) => quote(`/${segment}`)).join(", ")}`;
}

/** `Prod` for `prod`, `order` for `orders`: stages and mapping keys are compared letter by letter. */
export const resemblesKnownFirstSegment = compare("resembles-known-first-segment", {
  finds: (siblings) =>
    siblings.that(passedStage, isOfSameOrigin).withSame(roughFirstSegment).firstWithOther(firstSegment),
  yes: (each, exchange) =>
    `${quoted(each)}: ${quote(`/${firstSegment(exchange)}`)} resembles ${quote(`/${firstSegment(each)}`)}, which is there`,
  no: "the first segment resembles none that is known to be there",
  unseen: "other requests to the host",
});

export const worksWithoutFirstSegment = compare("works-without-first-segment", {
  finds: (siblings, exchange) => siblings.that(reachedIntegration).with(path, withoutFirstSegment(exchange)).first(),
  yes: (each, exchange) => `${quoted(each)}: the same path without ${quote(`/${firstSegment(exchange)}`)}`,
  no: "the path without its first segment was not seen to work",
  unseen: "the path without its first segment",
});

function passedStageOfEndpoint(exchange: Exchange): boolean {
  return isApiHost(exchange.host.kind) && passedStage(exchange);
}

/** The first segment is a stage on an execute-api host of the same session. */
export const firstSegmentIsStageElsewhere = clue("first-segment-is-stage-elsewhere", ({ exchange, session }) => {
  const stage = firstSegment(exchange);
  if (isApiHost(exchange.host.kind)) return no("on an execute-api name the first segment is the stage");
  const endpoints = session.all.that(passedStageOfEndpoint);
  if (endpoints.members.length === 0) {
    return cannotTell("the stages of the API", "no request to an execute-api name works in the capture");
  }
  const [found] = endpoints.with(firstSegment, stage).members;
  return found
    ? yes(`${quote(`/${stage}`)} is a stage on ${quote(found.host.hostname)}`, found)
    : no(`${quote(`/${stage}`)} is no stage of the execute-api names that were called`);
});

/** The same path answers with one more segment behind the first: a stage behind the base path. */
export const worksWithStageBehindBasePath = compare("works-with-stage-behind-base-path", {
  finds: (siblings, exchange) =>
    siblings.that(reachedIntegration).withSame(firstSegment).with(withoutSecondSegment, path(exchange)).first(),
  yes: (each) =>
    `${quoted(each)}: the same path with ${quote(`/${each.request.target.segments[1]}`)} behind its base path`,
  no: "the path was not seen to work with a stage behind its base path",
});

/** The path with a base path in front of it; on a vendor's domain each base path is another API. */
export const worksBehindBasePath = compare("works-behind-base-path", {
  finds: (siblings, exchange) =>
    path(exchange) === "/"
      ? undefined
      : siblings.that(reachedIntegration).with(withoutFirstSegment, path(exchange)).first(),
  yes: (each) => `${quoted(each)}: the same path behind ${quote(`/${firstSegment(each)}`)}`,
  no: "the path was not seen to work with a segment in front",
});
