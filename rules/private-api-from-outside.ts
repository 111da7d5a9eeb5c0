import { cameThroughCloudFront } from "../src/diagnosis/clues/envelope.ts";
import { addressIsPrivate, hostIs } from "../src/diagnosis/clues/host.ts";
import { addressServesOtherNames, worksThroughOtherEndpoint } from "../src/diagnosis/clues/other-hosts.ts";
import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { denialIs, says } from "../src/diagnosis/clues/wording.ts";
import { links } from "../src/diagnosis/links.ts";
import { resourcePolicy } from "../src/diagnosis/owner.ts";
import { changePolicy } from "../src/diagnosis/rest-advice.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "private-api-from-outside",
  title: "A private API was called from a place it doesn't know",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "resource-policy",
  prior: 0.1,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["anonymous-denied", "principal-denied"]),
    weigh(denialIs("explicit"), { yes: -0.5 }),
    weigh(addressIsPrivate, { yes: 1.5, no: -2 }),
    weigh(hostIs("vpce", "vpce-with-api"), { yes: 1.5, no: -1 }),
    weigh(cameThroughCloudFront, { yes: -5 }),
    weigh(addressServesOtherNames, { yes: -1.5 }),
    weigh(worksThroughOtherEndpoint, { yes: 6 }),
    weigh(says("anonymous-denied"), { yes: 2, no: -3 }),
  ],
  means: "A private API answers only through the VPC endpoints that its policy knows. This request came by another.",
  confirm: (subject) => resourcePolicy(subject),
  fix: (subject) => changePolicy(subject, "Allow the endpoint (aws:SourceVpce) in the API's resource policy."),
  links: [links.privateApis],
  wouldAnswer: {},
} satisfies Rule;
