import { cannotTell, clue, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { joined, type Phrase, phrase, url } from "../../src/diagnosis/quote.ts";
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
import { compare, ofOther, otherHost, quoted } from "./compare.ts";

/** Clues from other requests about the first segment of the path: a stage, or the base path of a domain's mapping. */

export const sameStageWorks = compare({
  id: "same-stage-works",
  holds: "something else on the same stage works",
  finds: (siblings) => siblings.that(passedStage).withSame(firstSegment).first(),
  yes: (each) => phrase`${quoted(each)}: ${ofOther(`/${firstSegment(each)}`)} is there`,
  no: "nothing else under the same first segment is seen to get past the stage",
  unseen: "other requests under the same stage",
});

export const otherStageWorks = compare({
  id: "other-stage-works",
  holds: "a path that begins otherwise works on the host",
  finds: (siblings) => siblings.that(reachedIntegration, isOfSameOrigin).firstWithOther(firstSegment),
  yes: (each, _, siblings) =>
    phrase`${quoted(each)}: there the path begins with ${ofOther(`/${firstSegment(each)}`)}${alsoKnown(each, siblings)}`,
  no: "no request whose path begins otherwise works on this host",
  unseen: "other requests to the host",
});

function alsoKnown(example: Exchange, siblings: Others): Phrase {
  const others = knownFirstSegments(siblings).filter((segment) => segment !== firstSegment(example));
  const segments = others.map((segment) => ofOther(`/${segment}`));
  return segments.length === 0 ? phrase`` : phrase`; so do paths with ${joined(segments, ", ")}`;
}

/** `Prod` for `prod`, `order` for `orders`: stages and mapping keys are compared letter by letter. */
export const resemblesKnownFirstSegment = compare({
  id: "resembles-known-first-segment",
  holds: "the first segment resembles one that is there",
  finds: (siblings) =>
    siblings.that(passedStage, isOfSameOrigin).withSame(roughFirstSegment).firstWithOther(firstSegment),
  yes: (each, exchange) =>
    phrase`${quoted(each)}: ${url(`/${firstSegment(exchange)}`)} resembles ${ofOther(`/${firstSegment(each)}`)}, which is there`,
  no: "the first segment resembles none that is known to be there",
  unseen: "other requests to the host",
});

export const worksWithoutFirstSegment = compare({
  id: "works-without-first-segment",
  holds: "the path works without its first segment",
  finds: (siblings, exchange) => siblings.that(reachedIntegration).with(path, withoutFirstSegment(exchange)).first(),
  yes: (each, exchange) => phrase`${quoted(each)}: the same path without ${url(`/${firstSegment(exchange)}`)}`,
  no: "the path without its first segment was not seen to work",
  unseen: "the path without its first segment",
});

function passedStageOfEndpoint(exchange: Exchange): boolean {
  return isApiHost(exchange.host.kind) && passedStage(exchange);
}

/** The first segment is a stage on an execute-api host of the same session. */
export const firstSegmentIsStageElsewhere = clue({
  id: "first-segment-is-stage-elsewhere",
  holds: "the first segment is a stage on another host of the session",
  ask: ({ exchange, session }) => {
    const stage = firstSegment(exchange);
    if (isApiHost(exchange.host.kind)) {
      return fact("execute-api-name-has-stage", no("on an execute-api name the first segment is the stage"));
    }
    const endpoints = session.all.that(passedStageOfEndpoint);
    if (endpoints.members.length === 0) {
      return cannotTell("the stages of the API", "no request to an execute-api name works in the capture");
    }
    const [found] = endpoints.with(firstSegment, stage).members;
    return found
      ? yes(phrase`${url(`/${stage}`)} is a stage on ${otherHost(found)}`, found)
      : no`${url(`/${stage}`)} is no stage of the execute-api names that were called`;
  },
});

/** The same path responds with one more segment behind the first: a stage behind the base path. */
export const worksWithStageBehindBasePath = compare({
  id: "works-with-stage-behind-base-path",
  holds: "the path works with a stage behind its base path",
  finds: (siblings, exchange) =>
    siblings.that(reachedIntegration).withSame(firstSegment).with(withoutSecondSegment, path(exchange)).first(),
  yes: (each) =>
    phrase`${quoted(each)}: the same path with ${ofOther(`/${each.request.target.segments[1]}`)} behind its base path`,
  no: "the path was not seen to work with a stage behind its base path",
});

/** The path with a base path in front of it; on a vendor's domain each base path is another API. */
export const worksBehindBasePath = compare({
  id: "works-behind-base-path",
  holds: "the path works with a segment in front",
  finds: (siblings, exchange) =>
    path(exchange) === "/"
      ? undefined
      : siblings.that(reachedIntegration).with(withoutFirstSegment, path(exchange)).first(),
  yes: (each) => phrase`${quoted(each)}: the same path behind ${ofOther(`/${firstSegment(each)}`)}`,
  no: "the path was not seen to work with a segment in front",
});
