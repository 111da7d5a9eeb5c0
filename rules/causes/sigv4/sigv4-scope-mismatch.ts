import {
  type Advice,
  advice,
  bySignatureCheck,
  type Case,
  isSigned,
  links,
  proofBySignature,
  quote,
  type Rule,
  refusedScopeParts,
  responseRefusesScope,
  sameKeyWorksInOtherScope,
  scopeFits,
  signCall,
  signingRegion,
  signingService,
  weigh,
} from "../../kit.ts";

const sameInstant = advice("Take the scope's date and `x-amz-date` from one instant, in UTC.");

function signFor(subject: Case): Advice {
  const region = signingRegion(subject);
  const place = region === null ? "the API's own region" : `the API's own region (${quote(region)})`;
  return signCall(
    subject,
    `Sign for service \`${signingService(subject)}\` and ${place}, set explicitly rather than guessed from the host name. Curl does so.`,
    signingService(subject),
  );
}

export default {
  id: "sigv4-scope-mismatch",
  title: "The signature is scoped to another region, service or date",
  shares: ["host", "client"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.4,
  clues: [
    ...bySignatureCheck(["InvalidSignatureException", "SignatureDoesNotMatch"], ["credential-scope"]),
    weigh(isSigned, { no: -2 }),
    proofBySignature("credential-scope"),
    weigh(scopeFits, { yes: -1, no: 2 }),
    weigh(responseRefusesScope, { yes: 1 }),
    weigh(sameKeyWorksInOtherScope, { yes: 1 }),
  ],
  means:
    "The credential scope inside the signature names another region, service or day than the API's. Signers guess region and service from the host name and fail on custom domains; the response no longer repeats what they guessed.",
  confirm: () => advice("Read the scope in `Credential=KEY/DATE/REGION/SERVICE/aws4_request`."),
  fix: (subject) => {
    const parts = refusedScopeParts(subject);
    const remedies = parts.includes("date") ? [sameInstant] : [];
    const isAboutNames = remedies.length === 0 || parts.length > 1;
    return isAboutNames ? [...remedies, signFor(subject)] : remedies;
  },
  links: [links.sigv4],
  expectedResults: {},
} satisfies Rule;
