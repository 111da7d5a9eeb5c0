import {
  addressIsPrivate,
  advice,
  apiId,
  byRestForbidden,
  change,
  command,
  commandLines,
  domain,
  everythingIsRefused,
  hostIsCustomName,
  links,
  mayHaveBeenChanged,
  otherStageWorks,
  partition,
  type Rule,
  refusedAtHost,
  region,
  sameStageWorks,
  servedByVpcEndpoint,
  weigh,
} from "../../kit.ts";

export default {
  id: "private-domain-not-associated",
  title: "The private domain is not open to this VPC endpoint",
  specificTitle: "The private domain {host} is not open to this VPC endpoint",
  shares: ["host"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "host",
  prior: 0.08,
  clues: [
    ...byRestForbidden,
    weigh(hostIsCustomName, { yes: 0.5, no: "never" }),
    weigh(addressIsPrivate, { yes: 5, no: -6 }),
    weigh(servedByVpcEndpoint, { yes: 3 }),
    weigh(sameStageWorks, { yes: -6 }),
    weigh(otherStageWorks, { yes: -5 }),
    weigh(everythingIsRefused, { yes: 0.5 }),
    mayHaveBeenChanged,
  ],
  means:
    "A private custom domain answers a VPC endpoint that an access association ties to it, and whose calls three policies allow: the domain's `policy`, and each API's own. `managementPolicy` says only who may associate.",
  confirm: (subject) => ({
    says: "See which VPC endpoints are associated, then the domain's policy.",
    ...commandLines(
      command`aws apigateway get-domain-name-access-associations --region ${region(subject)}`,
      command`aws apigateway get-domain-names --query ${`items[?domainName=='${domain(subject)}'].[domainNameArn,policy]`} --region ${region(subject)}`,
    ),
  }),
  fix: (subject) => [
    change(
      "Associate the VPC endpoint that the caller uses.",
      command`aws apigateway create-domain-name-access-association --domain-name-arn ${`arn:${partition(subject)}:apigateway:${region(subject)}:ACCOUNT_ID:/domainnames/${domain(subject)}+DOMAIN_NAME_ID`} --access-association-source VPCE_ID --access-association-source-type VPCE --region ${region(subject)}`,
    ),
    advice(
      `Then allow that endpoint (aws:SourceVpce) in the domain's policy and in the resource policy of the API ${apiId(subject)}.`,
    ),
  ],
  links: [links.privateDomains],
  expectedResults: { ...refusedAtHost, address: "private" },
} satisfies Rule;
