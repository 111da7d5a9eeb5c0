import { both, quote } from "../src/diagnosis/clues/answer.ts";
import { answeredByRestApi } from "../src/diagnosis/clues/envelope.ts";
import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { isSigned, scopeFits } from "../src/diagnosis/clues/request.ts";
import { says } from "../src/diagnosis/clues/wording.ts";
import { links } from "../src/diagnosis/links.ts";
import { tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "sigv4-scope-mismatch",
  title: "The signature is scoped to another region, service or date",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.4,
  clues: [
    ...byRestApi(["InvalidSignatureException", "SignatureDoesNotMatch"], ["credential-scope"]),
    weigh(isSigned, { no: -2 }),
    weigh(both(says("credential-scope"), answeredByRestApi), { yes: "proof" }),
    weigh(scopeFits, { yes: -1, no: 2 }),
  ],
  means:
    "The credential scope inside the signature names another region or service than the API's. Signers guess both from the host name and fail on custom domains.",
  confirm: () => tell("Read the scope in `Credential=KEY/DATE/REGION/SERVICE/aws4_request`."),
  fix: (subject) => [
    tell(
      `Sign for service \`execute-api\` and the API's own region${subject.api.region === null ? "" : ` (${quote(subject.api.region)})`}, set explicitly.`,
    ),
  ],
  links: [links.sigv4],
  wouldAnswer: {},
} satisfies Rule;
