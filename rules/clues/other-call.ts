import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, no, opposite, yes } from "../../src/diagnosis/clue.ts";
import { type Phrase, phrase, quotedFrom, requestHeader, responseBody, url } from "../../src/diagnosis/quote.ts";
import { methodArnIn } from "../../src/exchange/arn.ts";
import { scopeComplaintsIn } from "../../src/exchange/credential-scope-complaints.ts";
import { isApiHost } from "../../src/exchange/host.ts";
import { type EchoedCanonical, echoedCanonical } from "../../src/exchange/sigv4/echoed-canonical.ts";
import { signatureTimesIn } from "../../src/exchange/sigv4/signature-times.ts";
import { instantOf } from "../../src/exchange/sigv4/sigv4.ts";
import { decoded } from "../../src/exchange/target.ts";
import { signingService } from "./credential-scope.ts";

/** What a refusal names, compared with the request: where they differ, the refusal is about another call. */

type Contradiction = (subject: Case, message: string) => Phrase | null;

/** The scope that a refusal repeats is that of the credential it looked at. */
const otherRegion: Contradiction = ({ sigv4, exchange: { host } }, message) => {
  if (!scopeComplaintsIn(message).includes("region") || sigv4 === null) return null;
  const repeated = /valid region, not '([^']*)'/.exec(message)?.[1];
  if (repeated !== undefined && !sigv4.regionSet.includes(repeated)) {
    return phrase`it refuses the region ${responseBody(repeated)}, the request is signed for ${signature(sigv4.regionSet.join(","))}`;
  }
  return host.region !== null && sigv4.regionSet.includes(host.region)
    ? phrase`it refuses the region ${signature(host.region)}, which is the host's own`
    : null;
};

/** On names of API Gateway only `execute-api` may be wanted. */
const otherService: Contradiction = (subject, message) => {
  if (!scopeComplaintsIn(message).includes("service")) return null;
  const wanted = /correct service: '([^']*)'/.exec(message)?.[1];
  const own = signingService(subject);
  if (wanted !== undefined && wanted !== own && isApiHost(subject.exchange.host.kind)) {
    return phrase`it wants a signature for the service ${responseBody(wanted)}, not for \`${own}\``;
  }
  return subject.sigv4?.service === own && wanted === own
    ? phrase`it wants a signature for ${responseBody(wanted)}, which the request has`
    : null;
};

/** "'20260301' != '20260302', from '20260302T093000Z'": the scope's day, the day of the signing, its instant. */
const otherScopeDate: Contradiction = ({ sigv4 }, message) => {
  const named = /HTTP: '(\d{8})' != '\d{8}', from '(\d{8}T\d{6}Z)'/.exec(message);
  if (named === null || sigv4 === null) return null;
  const [, day = "", instant = ""] = named;
  if (sigv4.scopeDate !== null && sigv4.scopeDate !== day) {
    return phrase`it refuses the scope's day ${responseBody(day)}, the request's is ${signature(sigv4.scopeDate)}`;
  }
  return differs(instantOf(instant), sigv4.signedAt)
    ? phrase`it speaks of a signature of ${responseBody(instant)}, the request's is of another time`
    : null;
};

const otherSigningTime: Contradiction = ({ sigv4 }, message) => {
  const times = signatureTimesIn(message);
  return times !== null && differs(times.signedAt, sigv4?.signedAt ?? null)
    ? phrase`it speaks of a signature of ${responseBody(message.slice(0, 60))}, the request's is of another time`
    : null;
};

function differs(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one !== other;
}

/** Nothing stands before a name of API Gateway that could send the request on under another one. */
const otherHost: Contradiction = ({ exchange: { host, request } }, message) => {
  const named = canonicalHeader(echoedCanonical(message), "host");
  if (named === null || !isApiHost(host.kind)) return null;
  const sent = request.headers.get("host") ?? request.headers.get(":authority") ?? host.hostname;
  return [sent, host.hostname].some((each) => withoutPort(each) === withoutPort(named))
    ? null
    : phrase`the request that it checked was for the host ${responseBody(named)}, this one is for ${url(host.hostname)}`;
};

const otherSignedDate: Contradiction = ({ exchange: { request } }, message) => {
  const named = canonicalHeader(echoedCanonical(message), "x-amz-date");
  const sent = request.headers.get("x-amz-date");
  return named === null || sent === undefined || named.trim() === sent.trim()
    ? null
    : phrase`the request that it checked was signed at ${responseBody(named)}, this one at ${requestHeader("x-amz-date", sent)}`;
};

/** The line of the string to sign that holds day, region and service. */
const otherStringToSign: Contradiction = ({ sigv4 }, message) => {
  const [, , named] = echoedCanonical(message)?.stringToSign?.split("\n") ?? [];
  if (named === undefined || sigv4 === null || sigv4.region === null) return null;
  const sent = [sigv4.scopeDate, sigv4.region, sigv4.service].join("/");
  return named.startsWith(`${sent}/`)
    ? null
    : phrase`the signature that it checked has the scope ${responseBody(named)}, this one ${signature(sent)}`;
};

/** Behind a name of API Gateway the first segment is the stage, which an ARN repeats. */
const otherStage: Contradiction = ({ exchange: { host, request } }, message) => {
  const arn = methodArnIn(message);
  const [first = ""] = request.target.segments;
  if (arn === null || arn.stage === null || arn.stage === "$default") return null;
  if (!["default-endpoint", "vpce", "vpce-with-api"].includes(host.kind) || decoded(first) === arn.stage) return null;
  return phrase`it denies a call of the stage ${responseBody(arn.stage)}, this one is of ${url(first)}`;
};

function canonicalHeader(echoed: EchoedCanonical | null, name: string): string | null {
  return echoed?.canonical.headers.find(([header]) => header === name)?.[1] ?? null;
}

function withoutPort(host: string): string {
  return host.trim().toLowerCase().replace(/:\d+$/, "");
}

function signature(text: string): Phrase {
  return quotedFrom("signature", text);
}

const contradictions: readonly Contradiction[] = [
  otherRegion,
  otherService,
  otherScopeDate,
  otherSigningTime,
  otherHost,
  otherSignedDate,
  otherStringToSign,
  otherStage,
];

/** API and verb have clues of their own. */
export const refusalIsOfOtherCall = clue({
  id: "refusal-is-of-other-call",
  holds: "the refusal names another call than this one",
  ask: (subject) => {
    const { refusal } = subject;
    if (!refusal.known || !refusal.value.read) return cannotTell("the refused call", "the body is not visible");
    const { message } = refusal.value;
    for (const contradiction of contradictions) {
      const found = contradiction(subject, message);
      if (found !== null) return yes`the refusal is about another call: ${found}`;
    }
    return no("nothing in the refusal contradicts the request");
  },
});

/** What a proof needs. */
export const refusalIsOfThisCall = clue({
  id: "refusal-is-of-this-call",
  holds: "what the refusal names is true of this call",
  ask: (subject) => opposite(refusalIsOfOtherCall.ask(subject)),
});
