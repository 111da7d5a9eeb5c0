import { both } from "../src/diagnosis/clues/answer.ts";
import { signedAtWrongTime } from "../src/diagnosis/clues/clock.ts";
import { answeredByRestApi } from "../src/diagnosis/clues/envelope.ts";
import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { isSigned, presignedUrlIsExpired } from "../src/diagnosis/clues/request.ts";
import { signatureDifference, signatureTrouble } from "../src/diagnosis/clues/signature.ts";
import { says } from "../src/diagnosis/clues/wording.ts";
import { links } from "../src/diagnosis/links.ts";
import { tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

/** Advice with the lines of the canonical request that it is about. */
const remedies = [
  { about: ["none"], says: "If every signed call fails: the secret key is wrong." },
  {
    about: ["path", "query"],
    says: "If only some paths or queries fail: encode each path segment twice (execute-api normalises once more) and spaces as %20, not +.",
  },
  {
    about: ["payload", "method", "host", "header", "signed-headers"],
    says: "If only calls with a body fail: sign exactly the bytes that are sent. If calls through a proxy fail: keep Host and signed headers unchanged.",
  },
] as const;

export default {
  id: "sigv4-signature-mismatch",
  title: "The signature doesn't match the request",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.6,
  clues: [
    ...byRestApi(["InvalidSignatureException", "SignatureDoesNotMatch"], ["signature-mismatch"]),
    weigh(both(says("signature-mismatch"), answeredByRestApi), { yes: "proof" }),
    weigh(signatureDifference, { yes: 1 }),
    weigh(isSigned, { no: -4 }),
    weigh(signedAtWrongTime, { yes: -2, no: 1 }),
    weigh(presignedUrlIsExpired, { yes: -2 }),
  ],
  means:
    "The access key is known, but API Gateway computes another signature from what arrived: the secret key is wrong, or path, query, host, a signed header or the body changed between signing and arrival, or were encoded differently.",
  confirm: () =>
    tell("Compare the canonical request in the answer, line by line, with the one that the client signed."),
  fix: (subject) => {
    const trouble = signatureTrouble(subject);
    const isAbout = (kind: string) =>
      remedies.filter(({ about }: { readonly about: readonly string[] }) => about.includes(kind));
    return [...new Set([...trouble.flatMap(isAbout), ...remedies])].map((remedy) => tell(remedy.says));
  },
  links: [links.sigv4, links.article],
  wouldAnswer: {},
} satisfies Rule;
