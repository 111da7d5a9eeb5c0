import {
  advice,
  arrivedAsSent,
  bySignatureCheck,
  type Case,
  changesOnTheWay,
  isSigned,
  links,
  presignedUrlIsExpired,
  proofBySignature,
  type Rule,
  sameKeySignsRight,
  signatureTrouble,
  signedAtWrongTime,
  type Trouble,
  weigh,
} from "../../kit.ts";

interface Remedy {
  readonly about: readonly Trouble[];
  readonly says: string;
}

/** In the order to try them if the request shows no trouble. */
const remedies: readonly Remedy[] = [
  {
    about: ["secret"],
    says: "If every signed call fails: the secret key is wrong. Look for the key of another profile, cut characters and line ends.",
  },
  {
    about: ["path", "path-encoding"],
    says: "If only some paths fail: encode each path segment twice (execute-api normalises once more), and sign the path that is called: with the stage on execute-api, without it on a custom domain.",
  },
  {
    about: ["query", "query-encoding"],
    says: "If only some queries fail: sort parameters by name, encode a space as %20 rather than +, and keep empty values as `name=`.",
  },
  {
    about: ["payload", "method"],
    says: "If only calls with a body fail: sign exactly the bytes that are sent, after they are serialised and compressed.",
  },
  {
    about: ["host", "header", "signed-headers"],
    says: "If calls through a proxy fail: let it keep Host and every signed header, and sign none that it changes.",
  },
];

/** The remedies for the troubles that the request shows; all remedies if it shows none. */
function remediesFor(subject: Case): readonly Remedy[] {
  const trouble = signatureTrouble(subject);
  const fitting = remedies.filter(({ about }) => about.some((each) => trouble.includes(each)));
  return fitting.length > 0 ? fitting : remedies;
}

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
  fix: (subject) => remediesFor(subject).map(({ says }) => advice(says)),
  links: [links.sigv4, links.article],
  expectedResults: {},
} satisfies Rule;
