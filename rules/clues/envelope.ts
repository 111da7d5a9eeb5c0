import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, clueFamily, fact, no, yes } from "../../src/diagnosis/clue.ts";
import { joined, phrase, quotedFrom, responseBody, responseHeader, status } from "../../src/diagnosis/quote.ts";
import type { Answer, Clue } from "../../src/diagnosis/rule.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { eitherOf } from "./either-of.ts";
import { hostIsLocalName } from "./emulators.ts";

/** Clues about the answer's headers: which component produced it. */

const requestIds = ["x-amz-apigw-id", "apigw-requestid", "x-amzn-requestid"];

const gatewayHeaders = [...requestIds, "x-amzn-errortype"];

/**
 * Why headers of the response may be missing though they were sent; null where the capture has them all. Neither API
 * Gateway nor another service that sends `x-amzn-errortype` ever responds without a request id.
 */
export function lostHeaders({ exchange: { response }, hostClass: standing }: Case): string | null {
  if (response.headersLeftOut !== null) return response.headersLeftOut;
  const isOfService = standing.isApiGateway || response.headers.has("x-amzn-errortype");
  const complete = !isOfService || requestIds.some((name) => response.headers.has(name));
  return complete ? null : "the capture shows not even a request id, so headers were left out";
}

export const hasRestRequestId = clue({
  id: "has-rest-request-id",
  holds: "the response has a REST API's request id",
  fails: "the response has no REST API's request id",
  ask: (subject) => {
    const { response } = subject.exchange;
    const lost = lostHeaders(subject);
    if (lost !== null) return cannotTell("the request id headers", lost);
    return response.headers.has("x-amz-apigw-id")
      ? yes`${responseHeader("x-amz-apigw-id")} is there, which REST and WebSocket APIs add`
      : no("`x-amz-apigw-id`, which REST APIs add, is not there");
  },
});

export const hasHttpApiRequestId = clue({
  id: "has-http-api-request-id",
  holds: "the response has an HTTP API's request id",
  fails: "the response has no HTTP API's request id",
  ask: (subject) => {
    const { response } = subject.exchange;
    const lost = lostHeaders(subject);
    if (lost !== null) return cannotTell("the request id headers", lost);
    if (response.headers.has("x-amz-apigw-id")) {
      return no`${responseHeader("x-amz-apigw-id")} is there: a REST API, not an HTTP API`;
    }
    return response.headers.has("apigw-requestid")
      ? yes`${responseHeader("apigw-requestid")} without \`x-amz-apigw-id\`: an HTTP API responded`
      : no("`apigw-requestid`, which HTTP APIs add, is not there");
  },
});

/** Other responses of the host tell the family where the refused one shows no id. */
export const hostIsHttpApi = clue({
  id: "host-is-http-api",
  holds: "other responses of the host are an HTTP API's",
  fails: "other responses of the host are not an HTTP API's",
  ask: ({ api }) => {
    if (api.kind === "http") {
      return yes`responses of this host carry ${responseHeader("apigw-requestid")}: it is an HTTP API`;
    }
    if (api.kind === "unknown")
      return cannotTell("the kind of API", "no response of this host carries a request id of API Gateway");
    return no`responses of this host carry ${responseHeader("x-amz-apigw-id")}: it is not an HTTP API`;
  },
});

export const errorTypeIs = clueFamily((...types: string[]) =>
  clue({
    id: `error-type-is-${types.join("-or-").toLowerCase()}`,
    holds: `the error type is ${eitherOf(types.map((type) => `\`${type}\``))}`,
    fails: `the error type is not ${eitherOf(types.map((type) => `\`${type}\``))}`,
    ask: ({ exchange: { response } }) => {
      if (!response.errorTypes.known) return cannotTell("the error type", response.errorTypes.why);
      const seen = response.errorTypes.value;
      if (seen.length === 0) return cannotTell("the error type", "the response shows no `x-amzn-errortype`");
      const shown = joined(
        seen.map((type) => responseHeader("x-amzn-errortype", type)),
        ", ",
      );
      return seen.some((type) => types.some((each) => each.toLowerCase() === type.toLowerCase()))
        ? fact("error-type-of-refusal", yes`${shown} is the type of this refusal`)
        : fact("error-type-of-other-refusal", no`${shown} is the type of another refusal`);
    },
  }),
);

export const hasErrorType = clue({
  id: "has-error-type",
  holds: "the response has an `x-amzn-errortype`",
  fails: "the response has no `x-amzn-errortype`",
  ask: (subject) => {
    const type = subject.exchange.response.headers.get("x-amzn-errortype");
    if (type !== undefined) return yes`${responseHeader("x-amzn-errortype", type)} is there`;
    const lost = lostHeaders(subject);
    return lost === null ? no("there is no `x-amzn-errortype`") : cannotTell("the error type", lost);
  },
});

export const hasTraceId = clue({
  id: "has-trace-id",
  holds: "the response has an `x-amzn-trace-id`",
  fails: "the response has no `x-amzn-trace-id`",
  ask: (subject) => {
    if (subject.exchange.response.headers.has("x-amzn-trace-id")) {
      return yes`${responseHeader("x-amzn-trace-id")} is there, which the gateway's own refusals rarely carry: an integration was probably reached`;
    }
    const lost = lostHeaders(subject);
    return lost === null
      ? no("there is no `x-amzn-trace-id`, as usual where the gateway itself refused")
      : cannotTell("the trace id", lost);
  },
});

export const hasRemappedHeaders = clue({
  id: "has-remapped-headers",
  holds: "remapped headers show that an integration's response was passed on",
  ask: ({ exchange: { response } }) => {
    const found = response.headers.all.find(({ name }) => name.toLowerCase().startsWith("x-amzn-remapped-"));
    if (found)
      return yes`${responseHeader(found.name.toLowerCase())} shows that an integration's response was passed through`;
    return response.headersLeftOut === null
      ? no("no `x-amzn-remapped-` header")
      : cannotTell("remapped headers", response.headersLeftOut);
  },
});

/** A gateway's own error has its own id alone; with both, the outer one passed the inner one's response on. */
export const twoGatewaysResponded = clue({
  id: "two-gateways-answered",
  holds: "the request ids of two gateways are there",
  ask: (subject) => {
    const { headers } = subject.exchange.response;
    if (headers.has("x-amz-apigw-id") && headers.has("apigw-requestid")) {
      const [outer, inner] = [responseHeader("x-amz-apigw-id"), responseHeader("apigw-requestid")];
      return yes`${outer} and ${inner} are both there: one API passed another's response on`;
    }
    const lost = lostHeaders(subject);
    return lost === null ? no("the ids of no two gateways are there") : cannotTell("the request id headers", lost);
  },
});

export const cameThroughCloudFront = clue({
  id: "came-through-cloudfront",
  holds: "the response came through CloudFront",
  fails: "no header of CloudFront is there",
  ask: (subject) => {
    const { response } = subject.exchange;
    const found = ["x-amz-cf-id", "x-amz-cf-pop"].find((name) => response.headers.has(name));
    if (found !== undefined) return yes`${responseHeader(found)}: the response came through CloudFront`;
    if (/cloudfront/i.test(response.headers.get("via") ?? "")) return yes`${responseHeader("via")} names CloudFront`;
    const lost = lostHeaders(subject);
    return lost === null ? no("no header of CloudFront") : cannotTell("the way through CloudFront", lost);
  },
});

/** Marks of other software that returns 403 itself; they count only where no header of API Gateway is there. */
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
export const otherServerResponded = clue({
  id: "answered-by-other",
  holds: "a header names a server that is not API Gateway",
  ask: ({ exchange: { response } }) => {
    const own = gatewayHeaders.find((name) => response.headers.has(name));
    if (own !== undefined) return no`${responseHeader(own)} is a header of AWS's API front end`;
    for (const [header, form, who] of otherParties) {
      const value = response.headers.get(header);
      if (value !== undefined && form.test(value)) return yes`${responseHeader(header, value)} names ${who}`;
    }
    return response.headersLeftOut === null
      ? no("no header names another server")
      : cannotTell("who responded", response.headersLeftOut);
  },
});

/** Public names of API Gateway send no `server`: only the front end of VPC endpoints names itself so. */
export const servedByVpcEndpoint = clue({
  id: "served-by-vpc-endpoint",
  holds: "the front end of VPC endpoints responded",
  ask: ({ exchange: { response } }) => {
    const value = response.headers.get("server");
    if (value === "Server" && response.headers.hasAny(gatewayHeaders)) {
      return yes`${responseHeader("server", value)} comes from the front end of VPC endpoints, not from public names`;
    }
    return value !== undefined || response.headersLeftOut === null
      ? no("no header is the front end's of VPC endpoints")
      : cannotTell("the header server", response.headersLeftOut);
  },
});

export const hasAwsHeaders = clue({
  id: "has-aws-headers",
  holds: "a header of AWS's API front end is there",
  fails: "no header of AWS's API front end is there",
  ask: (subject) => {
    const { headers } = subject.exchange.response;
    const own = gatewayHeaders.find((name) => headers.has(name));
    if (own !== undefined) return yes`${responseHeader(own)} is there`;
    const lost = lostHeaders(subject);
    return lost === null ? no("no header of API Gateway is there") : cannotTell("headers of AWS", lost);
  },
});

type ClueWords = Pick<Clue, "holds" | "fails">;

/** A response header of this form is of what `meaning` names; `words` where "names" is not the word for it. */
export const headerMatches = (name: string, form: RegExp, meaning: string, words?: ClueWords) =>
  clue({
    id: `header-${name}-${meaning.toLowerCase().replaceAll(" ", "-")}`,
    ...(words ?? { holds: `\`${name}\` names ${meaning}`, fails: `\`${name}\` does not name ${meaning}` }),
    ask: ({ exchange: { response } }) => {
      const values = response.headers.values(name);
      const value = values.find((each) => form.test(each));
      if (value !== undefined) return yes`${responseHeader(name, value)} is of ${meaning}`;
      return values.length > 0 || response.headersLeftOut === null
        ? no`no \`${name}\` of ${meaning}`
        : cannotTell(`the header ${name}`, response.headersLeftOut);
    },
  });

/** A body of this form is what `meaning` names; `words` where a cause's page says it otherwise. */
export const bodyMatches = (id: string, form: RegExp, meaning: string, words?: ClueWords) =>
  clue({
    id: `body-${id}`,
    ...(words ?? { holds: `the body is ${meaning}`, fails: `the body is not ${meaning}` }),
    ask: ({ exchange: { response } }) => {
      if (!response.body.known) return cannotTell("the body of the response", response.body.why);
      const match = form.exec(response.body.value.slice(0, 20_000));
      return match
        ? yes`the body says ${responseBody(match[0])}: ${meaning}`
        : no`the body does not read like ${meaning}`;
    },
  });

export const statusIs = clueFamily((...statuses: string[]) =>
  clue({
    id: `status-is-${statuses.join("-or-")}`,
    holds: `the status is ${eitherOf(statuses)}`,
    fails: `the status is not ${eitherOf(statuses)}`,
    ask: ({ exchange: { response } }) => {
      if (response.status === 0) return cannotTell("the status", "there is no response");
      const says = phrase`the status is ${status(response.status)}`;
      return fact("status", statuses.includes(String(response.status)) ? yes(says) : no(says));
    },
  }),
);

export const hasNoResponse = clue({
  id: "has-no-answer",
  holds: "no response was captured",
  ask: ({ exchange: { response } }) => {
    if (response.status !== 0 || response.headersShown) return no`there is a response, ${status(response.status)}`;
    return response.failure === null
      ? yes("no response was captured")
      : yes`no response was captured (${quotedFrom("failure", response.failure)})`;
  },
});

/**
 * Who speaks: the same words come from function URLs, AWS's own endpoints and, on the own machine, from mocks. A refusal
 * of a gateway has its id and an error type; whether it is about this call is another question.
 */
export const restApiResponded = clue({
  id: "answered-by-rest-api",
  holds: "a request id and an error type show a REST or WebSocket API",
  ask: (subject) => {
    const { response, host } = subject.exchange;
    if (hostIsLocalName.ask(subject).answer === "yes") {
      return fact("own-network-answers", no("a server of the own network can say what it likes"));
    }
    const named = isApiHost(host.kind) && response.headers.has("x-amzn-requestid");
    const isOwn = response.headers.has("x-amzn-errortype") && (named || response.headers.has("x-amz-apigw-id"));
    return isOwn
      ? yes`a request id and ${responseHeader("x-amzn-errortype")}: a REST or WebSocket API refused`
      : unprovedBy(response.headersLeftOut);
  },
});

function unprovedBy(leftOut: string | null): Answer {
  return leftOut === null ? no("nothing proves that a REST API refused") : cannotTell("who responded", leftOut);
}
