import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { resourcePolicy } from "../../advice/owner-commands.ts";
import { changePolicy } from "../../advice/rest-advice.ts";
import { cameThroughCloudFront } from "../../clues/envelope.ts";
import { addressIsPrivate, hostIs } from "../../clues/host.ts";
import { addressServesOtherNames, worksThroughOtherEndpoint } from "../../clues/other-hosts.ts";
import { byRestApi } from "../../clues/refused-by.ts";
import { denialIs, says } from "../../clues/wording.ts";
import type { Rule } from "../../rule.ts";

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
  expectedResults: {},
} satisfies Rule;
