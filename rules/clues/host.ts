import { cannotTell, clue, clueFamily, no, quote, yes } from "../../src/diagnosis/clue.ts";
import type { Answer } from "../../src/diagnosis/rule.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { type HostKind, isApiHost, isOwnAddress, isPrivateAddress } from "../../src/exchange/host.ts";

/** Clues about the name and address that were called. */

export const hostIs = clueFamily((...kinds: HostKind[]) =>
  clue(`host-is-${kinds.join("-or-")}`, ({ exchange: { host }, hostClass: standing }) =>
    kinds.includes(host.kind)
      ? yes(`${quote(host.hostname)}: ${standing.label}`)
      : no(`${quote(host.hostname)}: ${standing.label}`),
  ),
);

/** Names on which nobody but API Gateway answers (or a proxy in the caller's own network). */
export const hostIsApiName = clue("host-is-api-name", ({ exchange: { host }, hostClass: standing }) =>
  isApiHost(host.kind)
    ? yes(`${quote(host.hostname)} is a name of API Gateway`)
    : no(`${quote(host.hostname)}: ${standing.label}`),
);

/** A name of the owner's: everything that is neither execute-api nor an AWS neighbour's. */
export const hostIsCustomName = clue("host-is-custom-name", ({ exchange }) => {
  const { host } = exchange;
  const named = nameForTarget(exchange);
  if (named !== null) return yes(`${quote(`host: ${named}`)} is a name of the owner's, called by its target`);
  return host.kind === "other" || host.kind === "cloudfront"
    ? yes(`${quote(host.hostname)} is a name of the owner's`)
    : no(`${quote(host.hostname)} is a name that AWS gives`);
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

/** The target of a custom domain answers for the domains that the Host header may name, not for its own name. */
export const targetIsCalledItself = clue("target-is-called-itself", ({ exchange, hostClass: standing }) => {
  const { host } = exchange;
  if (host.kind !== "regional-target") return no(`${quote(host.hostname)}: ${standing.label}`);
  const named = nameForTarget(exchange);
  return named === null
    ? yes(`${quote(host.hostname)}: ${standing.label}`)
    : no(`${quote(`host: ${named}`)} names a domain instead of its target`);
});

export const hostIsTaken = clue("host-is-taken", ({ hostClass: standing }) =>
  standing.isApiGateway
    ? yes(`${quote(standing.host)}: ${standing.why[0]}`)
    : no(`${quote(standing.host)}: ${standing.why[0]}`),
);

/** API Gateway and Lambda function URLs check the signatures of an owner's callers, in the same words. */
export const hostChecksSignatures = clue("host-checks-signatures", ({ exchange: { host }, hostClass: standing }) =>
  standing.isApiGateway || host.kind === "lambda-url"
    ? yes(`${quote(standing.host)}: ${standing.why[0]}`)
    : no(`${quote(standing.host)}: ${standing.why[0]}`),
);

/** Only the names of other AWS services: their answers can look exactly like API Gateway's. */
export const hostIsNeighbour = clue("host-is-neighbour", ({ exchange: { host }, hostClass: standing }) =>
  isApiHost(host.kind) || ["other", "cloudfront", "emulator", "elb"].includes(host.kind)
    ? no(`${quote(host.hostname)} is no name of another AWS service`)
    : yes(`${quote(host.hostname)}: ${standing.label}`),
);

export const addressIsPrivate = clue("address-is-private", ({ exchange }) => leadsIntoVpc(exchange));

function leadsIntoVpc({ serverAddress }: Exchange): Answer {
  const what = "the server's address";
  if (!serverAddress.known) return cannotTell(what, serverAddress.why);
  const address = quote(serverAddress.value);
  if (isOwnAddress(serverAddress.value)) return cannotTell(what, `${address} is this machine's own, as behind a proxy`);
  return isPrivateAddress(serverAddress.value)
    ? yes(`the address ${address} is private: the name leads into a VPC`)
    : no(`the address ${address} is public`);
}

export const namesApiInHeader = clue("names-api-in-header", ({ exchange: { request, host } }) => {
  if (!request.headersShown) return cannotTell("the Host header", "the request headers were not captured");
  const id = request.headers.get("x-apigw-api-id");
  if (id !== undefined) return yes(`${quote(`x-apigw-api-id: ${id}`)} names the API`);
  const named = request.headers.get("host") ?? request.headers.get(":authority");
  if (named === undefined) return cannotTell("the Host header", "the capture has none");
  const asksForApi = /^[a-z0-9]{8,12}\.execute-api\./i.test(named) && endsAlike(named, host.hostname);
  return asksForApi
    ? yes(`${quote(`host: ${named}`)} names the API`)
    : no(`${quote(`host: ${named}`)} does not name the API`);
});

/** A Host without `.cn` names no API of the China regions. */
function endsAlike(named: string, hostname: string): boolean {
  return named.toLowerCase().endsWith(".cn") === hostname.endsWith(".cn");
}

export const hostHeaderDiffers = clue("host-header-differs", ({ exchange }) => {
  const { hostname } = exchange.host;
  const named = nameInHeader(exchange);
  if (named === null) return cannotTell("the Host header", "the capture has none");
  if (named === hostname) return no("the Host header is the name in the URL");
  return nameForTarget(exchange) === null
    ? yes(`${quote(`host: ${named}`)} is another name than ${quote(hostname)}`)
    : cannotTell("whether the Host header names a registered domain", "the URL names a domain's target");
});

export const isInChina = clue("is-in-china", ({ exchange: { host } }) => {
  if (host.partition === null) return cannotTell("the partition", "the name is none that AWS gives");
  return host.partition === "aws-cn"
    ? yes(`${quote(host.hostname)} is in a China region`)
    : no(`${quote(host.hostname)} is in no China region`);
});

/** Private names and private addresses both lead through an interface endpoint of a VPC. */
export const goesThroughVpcEndpoint = clue("goes-through-vpc-endpoint", ({ exchange }) => {
  const { host } = exchange;
  if (host.kind === "vpce" || host.kind === "vpce-with-api") {
    return yes(`${quote(host.hostname)} is a name of a VPC endpoint`);
  }
  return leadsIntoVpc(exchange);
});
