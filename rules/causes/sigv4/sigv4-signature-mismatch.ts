import {
  advice,
  arrivedAsSent,
  bySignatureCheck,
  changesOnTheWay,
  isSigned,
  links,
  presignedUrlIsExpired,
  proofBySignature,
  type Rule,
  sameKeySignsRight,
  signedAtWrongTime,
  signWhatIsSent,
  weigh,
} from "../../kit.ts";

export default {
  id: "sigv4-signature-mismatch",
  title: "The signature doesn't match the request",
  shares: ["host", "caller"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.6,
  clues: [
    ...bySignatureCheck(["InvalidSignatureException", "SignatureDoesNotMatch"], ["signature-mismatch"]),
    proofBySignature("signature-mismatch"),
    ...changesOnTheWay.map((change) => weigh(change, { yes: 1 })),
    weigh(arrivedAsSent, { yes: 1 }),
    weigh(sameKeySignsRight, { yes: 0.5 }),
    weigh(isSigned, { no: -4 }),
    weigh(signedAtWrongTime, { yes: -2, no: 1 }),
    weigh(presignedUrlIsExpired, { yes: -2 }),
  ],
  means:
    "The access key is known, but AWS computes another signature from what arrived: the secret key is wrong, or path, query, host, a signed header or the body changed between signing and arrival, or were encoded differently.",
  confirm: () =>
    advice("Compare the canonical request in the response, line by line, with the one that the client signed."),
  fix: signWhatIsSent,
  links: [links.sigv4, links.article],
  expectedResults: {},
} satisfies Rule;
