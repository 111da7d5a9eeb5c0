import {
  advice,
  byReadAuthorization,
  bySignatureCheck,
  hasOtherScheme,
  links,
  type Rule,
  signatureIsMalformed,
  signCall,
  unknownPath,
  weigh,
} from "../../kit.ts";

export default {
  id: "sigv4-malformed-authorization",
  title: "The SigV4 credential is malformed",
  shares: ["host", "client"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.4,
  clues: [
    ...bySignatureCheck(["IncompleteSignatureException", "InvalidSignatureException"], ["incomplete-signature"]),
    ...byReadAuthorization,
    weigh(hasOtherScheme, { yes: "never" }),
    weigh(signatureIsMalformed, { yes: 5, no: -0.5 }),
  ],
  means:
    "The Authorization header names AWS4-HMAC-SHA256, but a part is missing, garbled, or mixed with another credential.",
  confirm: () =>
    advice(
      "Print the Authorization header as it leaves the client: Credential, SignedHeaders and Signature, parted by commas.",
    ),
  fix: (subject) => [
    signCall(
      subject,
      "Let one signer write the header; remove interceptors that add a second credential. Curl's is right.",
    ),
    advice("Strip spaces and line ends from the access keys."),
  ],
  links: [links.sigv4],
  expectedResults: {
    "random-path": unknownPath,
    "without-authorization": "refused",
    "signed-call": "accepted",
    "known-route": "refused",
  },
} satisfies Rule;
