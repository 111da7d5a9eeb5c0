import {
  both,
  byRestApi,
  callArrivedOtherwise,
  changePolicy,
  decidingLayerIs,
  denialIs,
  denialNamesStageTwice,
  hostIsCustomName,
  iac,
  isSigned,
  links,
  type Rule,
  resourcePolicy,
  says,
  weigh,
} from "../../kit.ts";

export default {
  id: "resource-policy-implicit-deny",
  title: "The API's resource policy doesn't allow the caller",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "resource-policy",
  prior: 1,
  clues: [
    weigh(both(hostIsCustomName, denialNamesStageTwice), { yes: { doubt: -12 } }),
    ...byRestApi(["AccessDeniedException"], ["anonymous-denied", "principal-denied"]),
    weigh(says("anonymous-denied"), { yes: 2, no: -3 }),
    weigh(denialIs("explicit"), { yes: "never" }),
    weigh(decidingLayerIs("resource-based"), { yes: 3, no: -4 }),
    weigh(isSigned, { yes: -2.5, no: 0.3 }),
    weigh(callArrivedOtherwise, { yes: 0.3 }),
  ],
  means:
    "The API has a resource policy, and no statement of it allows this anonymous request: its address, VPC endpoint, or another condition is not among the allowed. Host, stage, path and method are right.",
  confirm: (subject) => resourcePolicy(subject),
  fix: (subject) =>
    changePolicy(
      subject,
      "Add the caller's address range or VPC endpoint to the Allow statement. Behind a VPC endpoint aws:SourceIp never matches: use aws:VpcSourceIp or aws:SourceVpce.",
    ),
  iac: iac.resourcePolicy,
  links: [links.resourcePolicies, links.authorizationFlow],
  expectedResults: {},
} satisfies Rule;
