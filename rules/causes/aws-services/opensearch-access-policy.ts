import { bodyMatches, change, command, elsewhere, hostIs, links, type Rule, region, weigh } from "../../kit.ts";

export default {
  id: "opensearch-access-policy",
  title: "The OpenSearch domain's access policy refused",
  refusedBy: "elsewhere",
  who: "OpenSearch",
  refusedAt: "elsewhere",
  prior: 0.2,
  clues: [
    ...elsewhere,
    weigh(hostIs("opensearch"), { yes: 3, no: -1.5 }),
    weigh(bodyMatches("opensearch", /is not authorized to perform: es:/, "OpenSearch's denial"), { yes: 5, no: -3 }),
  ],
  means: "The request went to an OpenSearch domain, whose access policy does not allow this caller the action `es:…`.",
  confirm: (subject) => ({
    says: "See the domain's access policy.",
    ...command`aws opensearch describe-domain-config --domain-name DOMAIN --region ${region(subject)}`,
  }),
  fix: (subject) => [
    change(
      "Allow the caller in the domain's access policy, and sign requests for service `es`. Start from the policy as it is: the command replaces the whole of it.",
      command`aws opensearch update-domain-config --domain-name DOMAIN --access-policies file://policy.json --region ${region(subject)}`,
    ),
  ],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
