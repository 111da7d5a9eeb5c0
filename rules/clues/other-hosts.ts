import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { phrase, quotedFrom } from "../../src/diagnosis/quote.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { isApiHost, isPrivateAddress } from "../../src/exchange/host.ts";
import { valueOr } from "../../src/exchange/known.ts";
import { memoizeWeak } from "../../src/session/memoize-weak.ts";
import { apiId, hostname, path, region, serverAddress, withoutFirstSegment } from "../../src/session/properties.ts";
import { isRefused } from "../../src/session/refused-requests.ts";
import { gotThrough, reachedIntegration } from "../../src/session/request-outcome.ts";
import type { Property, Selection } from "../../src/session/selection.ts";
import type { Session } from "../../src/session/session.ts";
import { otherHost, quoted } from "./compare.ts";

/** Clues from requests to other hosts. */

/** A function URL is no other name of an API. */
function worksOnApi(exchange: Exchange): boolean {
  return reachedIntegration(exchange) && exchange.host.kind !== "lambda-url";
}

/** The same path responds on another host: with or without a stage in front, as base path mappings cut it off. */
export const worksOnOtherHost = clue({
  id: "works-on-other-host",
  holds: "the same path works on another host",
  ask: ({ exchange, session }) => {
    const found = session.all.earliest(workingElsewhere(exchange, session.all.that(worksOnApi)));
    if (found) return yes(phrase`the same path works on ${otherHost(found)}: ${quoted(found)}`, found);
    return session.hosts.length < 2
      ? cannotTell("the same path on another host", "the capture has one host only")
      : no("no other host responds to the same path");
  },
});

function workingElsewhere(exchange: Exchange, working: Selection): (Exchange | undefined)[] {
  const own = path(exchange);
  const rest = withoutFirstSegment(exchange);
  const elsewhere = (property: Property, value: string) =>
    isOnlySlashes(value) ? undefined : working.with(property, value).firstWithOther(hostname, hostname(exchange));
  return [elsewhere(path, own), elsewhere(withoutFirstSegment, own), elsewhere(path, rest)];
}

/** For each host that refuses a path, where such a path works. */
const otherNames = memoizeWeak(({ all, hosts }: Session) => {
  const working = all.that(worksOnApi);
  const found = new Map<string, Exchange>();
  for (const exchange of hosts.length < 2 ? [] : all.that(isRefused).members) {
    if (found.has(hostname(exchange))) continue;
    const elsewhere = all.earliest(workingElsewhere(exchange, working));
    if (elsewhere !== undefined) found.set(hostname(exchange), elsewhere);
  }
  return found;
});

/** What the host as a whole refuses, another name serves: then the name is what is refused. */
export const hostWorksByOtherName = clue({
  id: "host-works-by-other-name",
  holds: "a path that this host refuses works by another name",
  ask: ({ exchange, session }) => {
    if (session.hosts.length < 2) return cannotTell("the API by another name", "the capture has one host only");
    const found = otherNames(session).get(hostname(exchange));
    return found
      ? yes(phrase`a path that this host refuses works by another name: ${quoted(found)} on ${otherHost(found)}`, found)
      : no("no path that this host refuses works by another name");
  },
});

function isOnlySlashes(text: string): boolean {
  return /^\/*$/.test(text);
}

function isWorkingFunctionUrl(exchange: Exchange): boolean {
  return exchange.host.kind === "lambda-url" && reachedIntegration(exchange);
}

/** A function URL has one owner's function behind it, so even its root is the same on another name. */
export const functionUrlServesSamePath = clue({
  id: "function-url-answers-same-path",
  holds: "a function URL responds to the same path",
  ask: ({ exchange, session }) => {
    const urls = session.all.that(isWorkingFunctionUrl);
    if (urls.members.length === 0)
      return cannotTell("the function URL behind the name", "the capture calls none that works");
    const found = urls.with(path, path(exchange)).firstWithOther(hostname, hostname(exchange));
    return found
      ? yes(phrase`${quoted(found)} by the function URL ${otherHost(found)} itself`, found)
      : no("no function URL responds to the same path");
  },
});

function isRespondingEndpoint({ host, response }: Exchange): boolean {
  return host.kind === "default-endpoint" && response.status > 0;
}

export const otherApisOfRegionRefused = clue({
  id: "other-apis-of-region-refused",
  holds: "other APIs of the region are refused as well",
  fails: "no other API of the region is refused",
  ask: ({ exchange, session }) => {
    const ofRegion = session.all.that(isRespondingEndpoint).with(region, region(exchange));
    const first = ofRegion.firstWithOther(hostname, hostname(exchange));
    if (first === undefined) {
      return cannotTell("other APIs of the region", "the capture calls no other API of the region");
    }
    const through = ofRegion.that(gotThrough).firstWithOther(hostname, hostname(exchange));
    return through
      ? no(phrase`${otherHost(through)} responds`, through)
      : yes(phrase`other APIs of the region are refused as well (${otherHost(first)})`, first);
  },
});

/** The same private API by another VPC endpoint's name. */
export const worksThroughOtherEndpoint = clue({
  id: "works-through-other-endpoint",
  holds: "the same API works through another endpoint",
  ask: ({ exchange, session }) => {
    if (apiId(exchange) === null) {
      return cannotTell("other ways to the same API", "the name does not carry the API's id");
    }
    const found = session.all
      .that(reachedIntegration)
      .with(apiId, apiId(exchange))
      .firstWithOther(hostname, hostname(exchange));
    return found
      ? yes(phrase`the same API responds on ${otherHost(found)}`, found)
      : no("the same API was not seen to respond by another name");
  },
});

function isNoApiName({ host }: Exchange): boolean {
  return !isApiHost(host.kind);
}

/**
 * A request to an unrelated host with the same server address. Behind a forward proxy a browser writes down the proxy's
 * address for every host; an interface endpoint serves APIs alone: execute-api names of its region and private domains.
 */
export function withSameAddress({ exchange, session }: Case): Exchange | null {
  const atAddress = session.all.with(serverAddress, valueOr(exchange.serverAddress, null));
  const isUnrelated = (host: string) => session.hostClassOf(host)?.isApiGateway !== true;
  const ofOtherKind = atAddress.that(isNoApiName).firstWithOther(hostname, hostname(exchange), isUnrelated);
  return ofOtherKind ?? atAddress.that(hasRegion).firstWithOther(region, region(exchange)) ?? null;
}

function hasRegion(exchange: Exchange): boolean {
  return isApiHost(exchange.host.kind) && region(exchange) !== "";
}

export const addressServesOtherNames = clue({
  id: "address-serves-other-names",
  holds: "another kind of host has the same private address",
  ask: (subject) => {
    const { serverAddress: address } = subject.exchange;
    if (!address.known) return cannotTell("the server's address", address.why);
    if (!isPrivateAddress(address.value)) {
      return fact("address-is-public", no`the address ${quotedFrom("address", address.value)} is public`);
    }
    const found = withSameAddress(subject);
    return found
      ? yes(
          phrase`${otherHost(found)} has the same address ${quotedFrom("address", address.value)}: it is a proxy's, not a VPC endpoint's`,
          found,
        )
      : no("no other kind of host has the same address");
  },
});
