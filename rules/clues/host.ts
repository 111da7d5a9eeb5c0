import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, clueFamily, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, phrase, quote, quotedFrom, requestHeader, url } from "../../src/diagnosis/quote.ts";
import type { Answer } from "../../src/diagnosis/rule.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { type HostKind, isApiHost, isOwnAddress, isPrivateAddress } from "../../src/exchange/host.ts";
import { hostLabels } from "../../src/session/host-labels.ts";
import { eitherOf } from "./either-of.ts";
import { withSameAddress } from "./other-hosts.ts";

/** Clues about the name and address that were called. */

export const hostIs = clueFamily((...kinds: HostKind[]) =>
  clue({
    id: `host-is-${kinds.join("-or-")}`,
    holds: `the host is of the kind ${eitherOf(kinds.map((kind) => hostLabels[kind]))}`,
    fails: `the host is not of the kind ${eitherOf(kinds.map((kind) => hostLabels[kind]))}`,
    ask: (subject) => ofKind(subject, kinds.includes(subject.exchange.host.kind)),
  }),
);

/** An answer that rests on the kind of the host. */
function ofKind({ exchange: { host }, hostClass }: Case, holds: boolean): Answer {
  const says = phrase`${url(host.hostname)}: ${derived(hostClass.label)}`;
  return fact("host-kind", holds ? yes(says) : no(says));
}

/** An answer that rests on why the host counts as what it is. */
function ofClass({ hostClass: { host, why } }: Case, holds: boolean): Answer {
  const says = phrase`${url(host)}: ${derived(why[0] ?? "")}`;
  return fact("host-class", holds ? yes(says) : no(says));
}

/** Names on which nobody but API Gateway responds (or a proxy in the caller's own network). */
export const hostIsApiName = clue({
  id: "host-is-api-name",
  holds: "the host has a name on which nobody but API Gateway responds",
  ask: (subject) => {
    const { host } = subject.exchange;
    return isApiHost(host.kind) ? yes`${url(host.hostname)} is a name of API Gateway` : ofKind(subject, false);
  },
});

/** A name of the owner's: everything that is neither execute-api nor an AWS neighbour's. */
export const hostIsCustomName = clue({
  id: "host-is-custom-name",
  holds: "the host has a name of the owner's",
  fails: "the host has a name that AWS gives",
  ask: ({ exchange }) => {
    const { host } = exchange;
    const named = nameForTarget(exchange);
    if (named !== null) return yes`${requestHeader("host", named)} is a name of the owner's, called by its target`;
    return host.kind === "other" || host.kind === "cloudfront"
      ? yes`${url(host.hostname)} is a name of the owner's`
      : no`${url(host.hostname)} is a name that AWS gives`;
  },
});

/** The name in the Host header, without its port; null where the capture has none. */
function nameInHeader({ request }: Exchange): string | null {
  const named = request.headers.get(":authority") ?? request.headers.get("host");
  return named?.toLowerCase().replace(/:\d+$/, "") ?? null;
}

/** The owner's domain, where its target was connected to and the Host header names it; null for any other request. */
function nameForTarget(exchange: Exchange): string | null {
  const named = nameInHeader(exchange);
  return exchange.host.kind === "regional-target" && named !== exchange.host.hostname ? named : null;
}

/** The target of a custom domain responds for the domains that the Host header may name, not for its own name. */
export const targetIsCalledItself = clue({
  id: "target-is-called-itself",
  holds: "a custom domain's target is called by its own name",
  ask: (subject) => {
    const { exchange } = subject;
    if (exchange.host.kind !== "regional-target") return ofKind(subject, false);
    const named = nameForTarget(exchange);
    return named === null
      ? ofKind(subject, true)
      : no`${requestHeader("host", named)} names a domain instead of its target`;
  },
});

export const hostIsTaken = clue({
  id: "host-is-taken",
  holds: "the host is taken for API Gateway",
  fails: "nothing shows that the host is API Gateway's",
  ask: (subject) => ofClass(subject, subject.hostClass.isApiGateway),
});

/** API Gateway and Lambda function URLs check the signatures of an owner's callers, in the same words. */
export const hostChecksSignatures = clue({
  id: "host-checks-signatures",
  holds: "the host is one that checks signatures: API Gateway's or a function URL",
  fails: "the host is not known to check signatures as API Gateway does",
  ask: (subject) => ofClass(subject, subject.hostClass.isApiGateway || subject.exchange.host.kind === "lambda-url"),
});

/** Only the names of other AWS services: their responses can look exactly like API Gateway's. */
export const hostIsNeighbour = clue({
  id: "host-is-neighbour",
  holds: "the host has a name of another AWS service",
  ask: (subject) => {
    const { host } = subject.exchange;
    return isApiHost(host.kind) || ["other", "cloudfront", "emulator", "elb"].includes(host.kind)
      ? no`${url(host.hostname)} is no name of another AWS service`
      : ofKind(subject, true);
  },
});

export const addressIsPrivate = clue({
  id: "address-is-private",
  holds: "the server's address is private: the name leads into a VPC",
  fails: "the server's address is public",
  ask: leadsIntoVpc,
});

/** Behind a proxy on the own machine (Charles, Fiddler, mitmproxy) all names have its address. */
export const addressIsOwn = clue({
  id: "address-is-own",
  holds: "the recorded address is this machine's own, as behind a proxy",
  ask: ({ exchange: { serverAddress } }) => {
    if (!serverAddress.known) return cannotTell("the server's address", serverAddress.why);
    const address = quotedFrom("address", serverAddress.value);
    return isOwnAddress(serverAddress.value)
      ? yes`the address ${address} is this machine's own, as behind a proxy`
      : no`the address ${address} is not this machine's`;
  },
});

function leadsIntoVpc(subject: Case): Answer {
  const { serverAddress } = subject.exchange;
  const what = "the server's address";
  if (!serverAddress.known) return cannotTell(what, serverAddress.why);
  if (isOwnAddress(serverAddress.value)) {
    return cannotTell(what, `${quote(serverAddress.value)} is this machine's own, as behind a proxy`);
  }
  const other = withSameAddress(subject);
  if (other !== null) {
    return cannotTell(what, `${quote(other.host.hostname)} has the same one, ${quote(serverAddress.value)}: a proxy's`);
  }
  const address = quotedFrom("address", serverAddress.value);
  return isPrivateAddress(serverAddress.value)
    ? fact("address-is-private", yes`the address ${address} is private: the name leads into a VPC`)
    : fact("address-is-public", no`the address ${address} is public`);
}

export const namesApiInHeader = clue({
  id: "names-api-in-header",
  holds: "a header names the API",
  fails: "no header names the API",
  ask: ({ exchange: { request, host } }) => {
    const id = request.headers.get("x-apigw-api-id");
    if (id !== undefined) return yes`${requestHeader("x-apigw-api-id", id)} names the API`;
    const named = request.headers.get("host") ?? request.headers.get(":authority");
    if (named === undefined) return cannotTell("the Host header", request.headersLeftOut ?? "the capture has none");
    const asksForApi = /^[a-z0-9]{8,12}\.execute-api\./i.test(named) && endsAlike(named, host.hostname);
    return asksForApi
      ? yes`${requestHeader("host", named)} names the API`
      : no`${requestHeader("host", named)} does not name the API`;
  },
});

/** A Host without `.cn` names no API of the China regions. */
function endsAlike(named: string, hostname: string): boolean {
  return named.toLowerCase().endsWith(".cn") === hostname.endsWith(".cn");
}

export const hostHeaderDiffers = clue({
  id: "host-header-differs",
  holds: "the Host header names another host than the URL",
  fails: "the Host header names the host of the URL",
  ask: ({ exchange }) => {
    const { hostname } = exchange.host;
    const named = nameInHeader(exchange);
    if (named === null) return cannotTell("the Host header", "the capture has none");
    if (named === hostname) return no("the Host header is the name in the URL");
    return nameForTarget(exchange) === null
      ? yes`${requestHeader("host", named)} is another name than ${url(hostname)}`
      : cannotTell("whether the Host header names a registered domain", "the URL names a domain's target");
  },
});

export const isInChina = clue({
  id: "is-in-china",
  holds: "the host is in a China region",
  ask: ({ exchange: { host } }) => {
    if (host.partition === null) return cannotTell("the partition", "the name is none that AWS gives");
    return host.partition === "aws-cn"
      ? yes`${url(host.hostname)} is in a China region`
      : no`${url(host.hostname)} is in no China region`;
  },
});

/** Private names and private addresses both lead through an interface endpoint of a VPC. */
export const goesThroughVpcEndpoint = clue({
  id: "goes-through-vpc-endpoint",
  holds: "the request goes through a VPC endpoint",
  ask: (subject) => {
    const { host } = subject.exchange;
    if (host.kind === "vpce" || host.kind === "vpce-with-api") {
      return yes`${url(host.hostname)} is a name of a VPC endpoint`;
    }
    return leadsIntoVpc(subject);
  },
});
