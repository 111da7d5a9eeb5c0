import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import {
  derived,
  type Phrase,
  phrase,
  quotedFrom,
  responseBody,
  responseHeader,
  status,
  url,
} from "../../src/diagnosis/quote.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { hostname, path } from "../../src/session/properties.ts";
import { distrustsServer, isForbiddenFrame, isRefused } from "../../src/session/refused-requests.ts";
import type { Property } from "../../src/session/selection.ts";
import { otherHost } from "./compare.ts";

/** Clues about answers of what stands before, behind or beside API Gateway. */

/** Other services wrap their XML errors in a response element. */
const s3Error = /^\s*(?:<\?xml[^<>]{0,100}>\s*)?<Error>\s*<Code>\w+<\/Code>/;

export const isS3Answer = clue({
  id: "is-s3-answer",
  holds: "the response is S3's",
  fails: "nothing shows that S3 responded",
  ask: ({ exchange: { response, host } }) => {
    if (host.kind === "s3") return yes`${url(host.hostname)} is a name of S3`;
    if (/^AmazonS3$/i.test(response.headers.get("server") ?? ""))
      return yes`${responseHeader("server", "AmazonS3")} is S3's`;
    if (response.headers.has("x-amz-id-2")) return yes`${responseHeader("x-amz-id-2")} is there, which S3 adds`;
    const error = response.body.known ? s3Error.exec(response.body.value.slice(0, 2000)) : null;
    if (error !== null && !response.headers.has("server")) {
      return yes`the body is an error in S3's form, ${responseBody(error[0])}`;
    }
    return response.headersLeftOut === null
      ? no("no header of S3")
      : cannotTell("who responded", response.headersLeftOut);
  },
});

/** S3 reports its errors in XML; a web page with its headers is an object that something put in place of a response. */
export const isPageFromS3 = clue({
  id: "is-page-from-s3",
  holds: "the response is a web page that S3 stores",
  ask: (subject) => {
    const { body } = subject.exchange.response;
    const fromS3 = isS3Answer.ask(subject);
    if (fromS3.answer !== "yes") return fromS3;
    if (!body.known) return cannotTell("the body of the response", body.why);
    return /^\s*<(?:!doctype html|html)\b/i.test(body.value)
      ? yes("the response is a web page that S3 stores, not an error of S3's")
      : no("the response is no web page");
  },
});

const namedError = /<\w*(?:Exception|Error)>\s*<Message>/i;
const codedError = /<Code>\w+<\/Code>[\s\S]{0,60}/i;
const serviceId = /<(?:HostId|RequestId)>/i;

/** XML in which AWS services report errors; behind API Gateway it is an integration's. */
function serviceErrorIn(text: string): string | undefined {
  return ((serviceId.test(text) && codedError.exec(text)) || namedError.exec(text))?.[0];
}

export const isAwsServiceError = clue({
  id: "is-aws-service-error",
  holds: "the body is the XML error of an AWS service",
  ask: ({ exchange: { response } }) => {
    if (!response.body.known) return cannotTell("the body of the response", response.body.why);
    const error = serviceErrorIn(response.body.value.slice(0, 8000));
    return error !== undefined
      ? yes`the body is the XML error of an AWS service: ${responseBody(error, 60)}`
      : no("the body is no XML error of an AWS service");
  },
});

/**
 * What Cloudflare did with its cache. Challenges and blocks come before the cache and have no such header. Source:
 * https://developers.cloudflare.com/cache/concepts/cache-responses/
 */
export const cloudflareAskedOrigin = clue({
  id: "cloudflare-asked-origin",
  holds: "Cloudflare asked the origin",
  ask: ({ exchange: { response } }) => {
    const cached = response.headers.get("cf-cache-status");
    if (cached !== undefined) return yes`${responseHeader("cf-cache-status", cached)}: Cloudflare handed a response on`;
    return response.headersLeftOut === null
      ? no("no `cf-cache-status` is there")
      : cannotTell("the way through Cloudflare", response.headersLeftOut);
  },
});

export const hasJsonBody = clue({
  id: "has-json-body",
  holds: "the body has the form of JSON",
  ask: ({ exchange: { response } }) => {
    if (!response.body.known) return cannotTell("the body of the response", response.body.why);
    return /^\s*[{[]/.test(response.body.value)
      ? yes("the body has the form of JSON, as programs respond")
      : no("the body is no JSON");
  },
});

interface Mark {
  readonly header: string;
  readonly form: RegExp;
}

const proxyMarks: readonly Mark[] = [
  { header: "server", form: /squid|Zscaler|Netskope|Forcepoint|BlueCoat|Sophos|FortiGate|McAfee|WebMarshal/i },
  { header: "x-squid-error", form: /./ },
  { header: "via", form: /squid|zscaler|bluecoat|netskope|forcepoint|websense/i },
  { header: "proxy-status", form: /./ },
  { header: "proxy-authenticate", form: /./ },
  { header: "proxy-connection", form: /./ },
];

/** Reverse proxies that owners put in front of an API; what they pass on keeps API Gateway's own headers. */
const reverseProxyMarks: readonly Mark[] = [
  { header: "server", form: /envoy|istio|nginx|openresty|kong/i },
  { header: "via", form: /\bkong\b/i },
  { header: "x-kong-upstream-latency", form: /./ },
  { header: "x-envoy-upstream-service-time", form: /./ },
];

const cdnMarks: readonly Mark[] = [
  { header: "x-vercel-mitigated", form: /./ },
  { header: "server", form: /AkamaiGHost|Vercel|Imperva|Sucuri|Incapsula|BigIP|DDoS-Guard|DataDome/i },
  { header: "x-iinfo", form: /./ },
  { header: "x-sucuri-id", form: /./ },
];

const proxyPages =
  /Zscaler|Netskope|Forcepoint|FortiGuard|Blue ?Coat|generated by .{1,80}\(squid|ERR_ACCESS_DENIED|web ?filter|blocked by your (?:organi[sz]ation|administrator)/i;

function markIn({ response }: Exchange, marks: readonly Mark[]): Phrase | null {
  const found = marks.find(({ header, form }) => form.test(response.headers.get(header) ?? ""));
  return found === undefined ? null : responseHeader(found.header, response.headers.get(found.header));
}

export const isProxyResponse = clue({
  id: "is-proxy-answer",
  holds: "the response is a proxy's",
  fails: "nothing shows that a proxy responded",
  ask: ({ exchange }) => {
    const mark = markIn(exchange, proxyMarks);
    if (mark !== null) return yes`${mark} is a proxy's`;
    const { body, headersLeftOut } = exchange.response;
    const page = body.known ? proxyPages.exec(body.value.slice(0, 20_000)) : null;
    if (page) return yes`the body is a proxy's page: ${responseBody(page[0])}`;
    if (!body.known && headersLeftOut !== null) return cannotTell("who responded", headersLeftOut);
    return no("neither headers nor body are those of a proxy");
  },
});

export const cameThroughReverseProxy = clue({
  id: "came-through-reverse-proxy",
  holds: "a header shows a reverse proxy",
  ask: ({ exchange }) => {
    const mark = markIn(exchange, reverseProxyMarks);
    if (mark !== null) return yes`${mark} is a reverse proxy's`;
    const { headersLeftOut } = exchange.response;
    return headersLeftOut === null
      ? no("no header of a reverse proxy")
      : cannotTell("the way through proxies", headersLeftOut);
  },
});

export const isOtherCdn = clue({
  id: "is-other-cdn",
  holds: "a header is another CDN's",
  fails: "no header is another CDN's",
  ask: ({ exchange }) => {
    const mark = markIn(exchange, cdnMarks);
    if (mark !== null) return yes`${mark} is another CDN's`;
    const { headersLeftOut } = exchange.response;
    return headersLeftOut === null ? no("no header of another CDN") : cannotTell("who responded", headersLeftOut);
  },
});

function isRefusedByGateway(exchange: Exchange): boolean {
  return isRefused(exchange) && exchange.response.headers.has("x-amzn-errortype");
}

/** The last 1, 2, 3 … segments of a path; null where it has fewer. Longer paths than these are compared by their ends. */
const endings = Array.from({ length: 12 }, (_, index): Property => {
  const length = index + 1;
  return ({ request: { target } }) =>
    target.segments.length < length ? null : target.segments.slice(-length).join("/");
});

/** The same path, refused by API Gateway itself on another host; there it may have a stage in front. */
export const sameRefusalByGatewayElsewhere = clue({
  id: "same-refusal-by-gateway-elsewhere",
  holds: "API Gateway itself refuses the same path on another host",
  fails: "API Gateway was not seen to refuse the same path on another host",
  ask: ({ exchange, session }) => {
    const ending = endings[Math.min(exchange.request.target.segments.length, endings.length) - 1] ?? path;
    const found = session.all
      .that(isRefusedByGateway)
      .with(ending, ending(exchange))
      .firstWithOther(hostname, hostname(exchange));
    return found
      ? yes(phrase`on ${otherHost(found)} API Gateway itself refuses the same path`, found)
      : no("the same path was not seen to be refused by API Gateway elsewhere");
  },
});

export const failsInTls = clue({
  id: "fails-in-tls",
  holds: "the connection ended in TLS",
  fails: "the connection did not end in TLS",
  ask: ({ exchange: { response } }) => {
    const failure = response.failure ?? "";
    return /SSL|TLS|CERT|CONNECTION[_ ](?:CLOSED|RESET)/i.test(failure) && !distrustsServer(failure)
      ? yes`the connection ended with ${quotedFrom("failure", failure)}`
      : no("the failure is not one of TLS");
  },
});

/** The errors of Chromium, Firefox and OpenSSL (curl) for a handshake that ended over the client's certificate. */
export const failsForClientCertificate = clue({
  id: "fails-for-client-certificate",
  holds: "the TLS error is about a client certificate",
  ask: ({ exchange: { response } }) => {
    const failure = response.failure ?? "";
    return /CLIENT_AUTH|BAD_SSL_CLIENT|CERTIFICATE[_ ]REQUIRED/i.test(failure)
      ? yes`${quotedFrom("failure", failure)}: the server wants a client certificate`
      : no("the failure does not name a client certificate");
  },
});

export const isForbiddenFrameSeen = clue({
  id: "is-forbidden-frame-seen",
  holds: "a WebSocket frame says Forbidden",
  ask: ({ exchange: { webSocketMessages } }) => {
    const frame = webSocketMessages.find(({ type, data }) => type === "receive" && isForbiddenFrame(data));
    return frame === undefined ? no("no frame says Forbidden") : yes`a frame says ${quotedFrom("frame", frame.data)}`;
  },
});

/** Each distribution adds itself to `via`. */
export const cameThroughTwoDistributions = clue({
  id: "came-through-two-distributions",
  holds: "the response came through two CloudFront distributions",
  fails: "nothing shows a second CloudFront distribution",
  ask: ({ exchange: { response } }) => {
    const hops = response.headers.values("via").join(", ").split("cloudfront.net").length - 1;
    if (hops === 0) {
      return response.headersLeftOut === null
        ? no("`via` names no distribution of CloudFront")
        : cannotTell("the way through CloudFront", response.headersLeftOut);
    }
    return hops === 1
      ? no`${responseHeader("via")} names one distribution of CloudFront`
      : yes`${responseHeader("via")} names ${derived(hops)} distributions of CloudFront`;
  },
});

export const redirectsAway = clue({
  id: "redirects-away",
  holds: "the refusal is a redirect",
  ask: ({ exchange: { response } }) => {
    const to = response.headers.get("location");
    return response.status >= 300 && response.status < 400 && to !== undefined
      ? yes`the refusal is a redirect, ${status(response.status)}`
      : no("the refusal is no redirect");
  },
});
