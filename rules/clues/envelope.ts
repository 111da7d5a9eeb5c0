import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, clueFamily, no, quote, yes } from "../../src/diagnosis/clue.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { hostIsLocalName } from "./emulators.ts";

/** Clues about the answer's headers: which component produced it. */

const headersMissing = "the response headers were not captured";

const requestIds = ["x-amz-apigw-id", "apigw-requestid", "x-amzn-requestid"];

const gatewayHeaders = [...requestIds, "x-amzn-errortype"];

/**
 * Neither API Gateway nor another service that sends `x-amzn-errortype` ever answers without a request id. Where such an
 * answer shows no id at all, the capture lost headers, and what else is missing proves nothing.
 */
export function lostHeaders({ exchange: { response }, hostClass: standing }: Case): string | null {
  if (!response.headersShown) return headersMissing;
  const isOfService = standing.isApiGateway || response.headers.has("x-amzn-errortype");
  const complete = !isOfService || requestIds.some((name) => response.headers.has(name));
  return complete ? null : "the capture shows not even a request id, so headers were left out";
}

export const hasRestRequestId = clue("has-rest-request-id", (subject) => {
  const { response } = subject.exchange;
  const lost = lostHeaders(subject);
  if (lost !== null) return cannotTell("the request id headers", lost);
  return response.headers.has("x-amz-apigw-id")
    ? yes("`x-amz-apigw-id` is there, which REST and WebSocket APIs add")
    : no("`x-amz-apigw-id`, which REST APIs add, is not there");
});

export const hasHttpApiRequestId = clue("has-http-api-request-id", (subject) => {
  const { response } = subject.exchange;
  const lost = lostHeaders(subject);
  if (lost !== null) return cannotTell("the request id headers", lost);
  if (response.headers.has("x-amz-apigw-id")) return no("`x-amz-apigw-id` is there: a REST API, not an HTTP API");
  return response.headers.has("apigw-requestid")
    ? yes("`apigw-requestid` without `x-amz-apigw-id`: an HTTP API answered")
    : no("`apigw-requestid`, which HTTP APIs add, is not there");
});

/** Other answers of the host tell the family where the refused one shows no id. */
export const hostIsHttpApi = clue("host-is-http-api", ({ api }) => {
  if (api.kind === "http") return yes("answers of this host carry `apigw-requestid`: it is an HTTP API");
  if (api.kind === "unknown")
    return cannotTell("the kind of API", "no answer of this host carries a request id of API Gateway");
  return no("answers of this host carry `x-amz-apigw-id`: it is not an HTTP API");
});

export const errorTypeIs = clueFamily((...types: string[]) =>
  clue(`error-type-is-${types.join("-or-").toLowerCase()}`, ({ exchange: { response } }) => {
    if (!response.errorTypes.known) return cannotTell("the error type", response.errorTypes.why);
    const seen = response.errorTypes.value;
    const quoted = seen.map((type) => quote(`x-amzn-errortype: ${type}`)).join(", ");
    if (seen.length === 0) return cannotTell("the error type", "the answer shows no `x-amzn-errortype`");
    return seen.some((type) => types.some((each) => each.toLowerCase() === type.toLowerCase()))
      ? yes(`${quoted} is the type of this refusal`)
      : no(`${quoted} is the type of another refusal`);
  }),
);

export const hasErrorType = clue("has-error-type", (subject) => {
  const type = subject.exchange.response.headers.get("x-amzn-errortype");
  if (type !== undefined) return yes(`${quote(`x-amzn-errortype: ${type}`)} is there`);
  const lost = lostHeaders(subject);
  return lost === null ? no("there is no `x-amzn-errortype`") : cannotTell("the error type", lost);
});

export const hasTraceId = clue("has-trace-id", (subject) => {
  if (subject.exchange.response.headers.has("x-amzn-trace-id")) {
    return yes(
      "`x-amzn-trace-id` is there, which the gateway's own refusals rarely carry: an integration was probably reached",
    );
  }
  const lost = lostHeaders(subject);
  return lost === null
    ? no("there is no `x-amzn-trace-id`, as usual where the gateway itself refused")
    : cannotTell("the trace id", lost);
});

export const hasRemappedHeaders = clue("has-remapped-headers", ({ exchange: { response } }) => {
  const found = response.headers.all.find(({ name }) => name.toLowerCase().startsWith("x-amzn-remapped-"));
  if (found) return yes(`${quote(found.name.toLowerCase())} shows that an integration's answer was passed through`);
  return response.headersShown ? no("no `x-amzn-remapped-` header") : cannotTell("remapped headers", headersMissing);
});

/** A gateway's own error has its own id alone; with both, the outer one passed the inner one's answer on. */
export const twoGatewaysAnswered = clue("two-gateways-answered", (subject) => {
  const { headers } = subject.exchange.response;
  if (headers.has("x-amz-apigw-id") && headers.has("apigw-requestid")) {
    return yes("`x-amz-apigw-id` and `apigw-requestid` are both there: one API passed another's answer on");
  }
  const lost = lostHeaders(subject);
  return lost === null ? no("the ids of no two gateways are there") : cannotTell("the request id headers", lost);
});

export const cameThroughCloudFront = clue("came-through-cloudfront", (subject) => {
  const { response } = subject.exchange;
  const found = ["x-amz-cf-id", "x-amz-cf-pop"].find((name) => response.headers.has(name));
  if (found !== undefined) return yes(`\`${found}\`: the answer came through CloudFront`);
  if (/cloudfront/i.test(response.headers.get("via") ?? "")) return yes("`via` names CloudFront");
  const lost = lostHeaders(subject);
  return lost === null ? no("no header of CloudFront") : cannotTell("the way through CloudFront", lost);
});

/** Marks of other software that answers 403 itself; they count only where no header of API Gateway is there. */
const otherParties: readonly (readonly [header: string, form: RegExp, who: string])[] = [
  ["server", /^AmazonS3$/i, "Amazon S3"],
  ["server", /^awselb/i, "a load balancer"],
  ["server", /^CloudFront$/i, "CloudFront"],
  ["server", /squid/i, "a Squid proxy"],
  ["x-squid-error", /./, "a Squid proxy"],
  ["proxy-status", /./, "a proxy"],
  ["cf-mitigated", /./, "Cloudflare"],
  ["server", /^cloudflare/i, "Cloudflare"],
  ["x-vercel-mitigated", /./, "Vercel"],
  ["x-iinfo", /./, "Imperva"],
  ["server", /AkamaiGHost/i, "Akamai"],
  ["server", /^(?:nginx|apache|Microsoft-IIS|caddy|openresty|kong)/i, "a web server"],
  ["server", /Zscaler|Netskope|Forcepoint|BlueCoat|Sophos|FortiGate/i, "a corporate proxy"],
  ["server", /^(?!Server$|AmazonS3|cloudfront|cloudflare|envoy|istio)./i, "another server"],
];

/** API Gateway sends no `server` header but `Server`, which private endpoints were seen with. */
export const answeredByOther = clue("answered-by-other", ({ exchange: { response } }) => {
  if (!response.headersShown) return cannotTell("who answered", headersMissing);
  const own = gatewayHeaders.find((name) => response.headers.has(name));
  if (own !== undefined) return no(`\`${own}\` is a header of AWS's API front end`);
  for (const [header, form, who] of otherParties) {
    const value = response.headers.get(header);
    if (value !== undefined && form.test(value)) return yes(`${quote(`${header}: ${value}`)} names ${who}`);
  }
  return no("no header names another server");
});

export const hasAwsHeaders = clue("has-aws-headers", (subject) => {
  const { headers } = subject.exchange.response;
  const own = gatewayHeaders.find((name) => headers.has(name));
  if (own !== undefined) return yes(`\`${own}\` is there`);
  const lost = lostHeaders(subject);
  return lost === null ? no("no header of API Gateway is there") : cannotTell("headers of AWS", lost);
});

export const headerMatches = (name: string, form: RegExp, meaning: string) =>
  clue(`header-${name}-${meaning.toLowerCase().replaceAll(" ", "-")}`, ({ exchange: { response } }) => {
    if (!response.headersShown) return cannotTell(`the header ${name}`, headersMissing);
    const value = response.headers.values(name).find((each) => form.test(each));
    return value === undefined
      ? no(`no \`${name}\` of ${meaning}`)
      : yes(`${quote(`${name}: ${value}`)} is of ${meaning}`);
  });

export const bodyMatches = (id: string, form: RegExp, meaning: string) =>
  clue(`body-${id}`, ({ exchange: { response } }) => {
    if (!response.body.known) return cannotTell("the body of the answer", response.body.why);
    const match = form.exec(response.body.value.slice(0, 20_000));
    return match ? yes(`the body says ${quote(match[0])}: ${meaning}`) : no(`the body does not read like ${meaning}`);
  });

export const statusIs = clueFamily((...statuses: string[]) =>
  clue(`status-is-${statuses.join("-or-")}`, ({ exchange: { response } }) => {
    if (response.status === 0) return cannotTell("the status", "there is no answer");
    const says = `the status is ${response.status}`;
    return statuses.includes(String(response.status)) ? yes(says) : no(says);
  }),
);

export const hasNoAnswer = clue("has-no-answer", ({ exchange: { response } }) =>
  response.status === 0 && !response.headersShown
    ? yes(`no answer was captured${response.failure === null ? "" : ` (${quote(response.failure)})`}`)
    : no(`there is an answer, ${response.status}`),
);

/**
 * Who speaks: the same words come from function URLs, AWS's own endpoints and, on the own machine, from mocks. A refusal
 * of a gateway has its id and an error type; whether it is about this call is another question.
 */
export const answeredByRestApi = clue("answered-by-rest-api", (subject) => {
  const { response, host } = subject.exchange;
  if (hostIsLocalName.ask(subject).answer === "yes") return no("a server of the own network can say what it likes");
  if (!response.headersShown) return cannotTell("who answered", headersMissing);
  const named = isApiHost(host.kind) && response.headers.has("x-amzn-requestid");
  const isOwn = response.headers.has("x-amzn-errortype") && (named || response.headers.has("x-amz-apigw-id"));
  return isOwn
    ? yes("a request id and `x-amzn-errortype`: a REST or WebSocket API refused")
    : no("nothing proves that a REST API refused");
});
