import type { Case } from "../../src/diagnosis/case.ts";
import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { derived, type Phrase, phrase, quotedFrom, url } from "../../src/diagnosis/quote.ts";
import { methodArnIn } from "../../src/exchange/arn.ts";
import { type CredentialScopePart, scopeComplaintsIn } from "../../src/exchange/credential-scope-complaints.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import { known, type Maybe, unknown } from "../../src/exchange/known.ts";
import { refusalMessageOf } from "../../src/exchange/refusal-message.ts";
import type { Sigv4 } from "../../src/exchange/sigv4/sigv4.ts";
import { hostMatches } from "../../src/session/host-class.ts";
import { Others } from "../../src/session/others.ts";
import { scope, signer } from "../../src/session/properties.ts";
import { succeeded } from "../../src/session/request-outcome.ts";
import { isSignedRequest, ofOther, quoted } from "./compare.ts";

/** Clues about the credential scope: the date, region and service that a signature is for. */

/** The service that a signature for this host must name. */
export function signingService({ exchange }: Case): "execute-api" | "lambda" {
  return exchange.host.kind === "lambda-url" ? "lambda" : "execute-api";
}

interface Region {
  readonly name: string;
  /** Follows "the region": how it is known. */
  readonly from: Phrase;
}

/** A custom domain's name does not tell the region; what API Gateway returned there may. Names are never guessed from. */
function regionOf({ exchange, siblings }: Case): Maybe<Region> {
  if (exchange.host.region !== null) return known({ name: exchange.host.region, from: phrase`in the host's name` });
  const named = siblings.that(namesRegion).first();
  const name = named && regionInDenial(named);
  if (name) return known({ name, from: phrase`in another denial of this host` });
  const works = siblings.that(isSignedRequest, succeeded).first();
  const worksFor = works && scope(works)?.split("/")[0];
  return worksFor
    ? known({ name: worksFor, from: phrase`for which ${quoted(works)}` })
    : unknown("a custom domain's name does not tell it, nor does another response");
}

function namesRegion(exchange: Exchange): boolean {
  return exchange.response.status >= 400 && regionInDenial(exchange) !== null;
}

function regionInDenial(exchange: Exchange): string | null {
  const refusal = refusalMessageOf(exchange);
  return refusal.known ? (methodArnIn(refusal.value.message)?.region ?? null) : null;
}

/** For advice: the region to sign for, where something shows it. */
export function signingRegion(subject: Case): string | null {
  const region = regionOf(subject);
  return subject.api.region ?? (region.known ? region.value.name : null);
}

function scopeOf({ regionSet, service }: Sigv4): Phrase {
  return quotedFrom("signature", `${regionSet.join(",")}/${service ?? ""}`);
}

export const scopeFits = clue({
  id: "scope-fits",
  holds: "the signature's scope fits the API's region and service",
  fails: "the signature's scope is of another region, service or day",
  ask: (subject) => {
    const { sigv4 } = subject;
    if (sigv4 === null || sigv4.service === null) {
      return cannotTell("the credential scope", "no SigV4 credential is visible");
    }
    const service = signingService(subject);
    if (sigv4.service !== service) return no`the scope ${scopeOf(sigv4)} is not of service \`${service}\``;
    const day =
      sigv4.signedAt === null ? null : new Date(sigv4.signedAt).toISOString().slice(0, 10).replaceAll("-", "");
    if (day !== null && sigv4.scopeDate !== day) {
      return no`the scope's date ${quotedFrom("signature", sigv4.scopeDate ?? "")} is not the day ${quotedFrom("signature", day)} on which it was signed`;
    }
    const region = regionOf(subject);
    if (!region.known) return cannotTell("the API's region", region.why);
    const { name, from } = region.value;
    return sigv4.regionSet.some((each) => hostMatches(each, name))
      ? yes`the scope ${scopeOf(sigv4)} fits the region ${url(name)} ${from}`
      : no`the scope ${scopeOf(sigv4)} is not of the region ${url(name)} ${from}`;
  },
});

/** The parts of the scope that the response refuses; none where it speaks of something else. */
export function refusedScopeParts({ refusal }: Case): readonly CredentialScopePart[] {
  return refusal.known ? scopeComplaintsIn(refusal.value.message) : [];
}

/** The newest message does not repeat the wrong region, so it is read from the credential. */
export const responseRefusesScope = clue({
  id: "answer-refuses-scope",
  holds: "the response refuses a part of the credential scope",
  ask: (subject) => {
    const parts = refusedScopeParts(subject);
    if (parts.length === 0) return no("the response names no part of the credential scope");
    const refuses = phrase`the response refuses the scope's ${derived(parts.join(" and "))}`;
    return yes(
      subject.sigv4 === null ? refuses : phrase`${refuses}; the request is signed for ${scopeOf(subject.sigv4)}`,
    );
  },
});

function isOfApiGateway(scopeText: string): boolean {
  return scopeText.endsWith("/execute-api");
}

export const sameKeyWorksInOtherScope = clue({
  id: "same-key-works-in-other-scope",
  holds: "the same access key works, signed for another region or service",
  ask: ({ exchange, session }) => {
    const others = new Others(session.all, exchange).that(isSignedRequest, succeeded).withSame(signer);
    const found = others.firstWithOther(scope, isOfApiGateway);
    return found === undefined
      ? no("the same access key was not seen to work in another scope")
      : yes(phrase`${quoted(found)} to the same access key, signed for ${ofOther(scope(found) ?? "")}`, found);
  },
});
