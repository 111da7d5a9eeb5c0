import {
  addressIsPrivate,
  addressServesOtherNames,
  advice,
  byRestForbidden,
  cameThroughCloudFront,
  command,
  domain,
  everythingIsRefused,
  hostIs,
  links,
  otherApisOfRegionRefused,
  otherStageWorks,
  type Rule,
  refusedAtHost,
  region,
  sameStageWorks,
  weigh,
  worksOnOtherHost,
} from "../../kit.ts";

export default {
  id: "private-dns-hijacks-public-api",
  title: "A VPC endpoint responds for the public API's name",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "host",
  prior: 0.12,
  clues: [
    ...byRestForbidden,
    weigh(hostIs("default-endpoint"), { no: "never" }),
    weigh(addressIsPrivate, { yes: 4, no: -5 }),
    weigh(sameStageWorks, { yes: -6 }),
    weigh(otherStageWorks, { yes: -6 }),
    weigh(addressServesOtherNames, { yes: -4 }),
    weigh(cameThroughCloudFront, { yes: -5 }),
    weigh(otherApisOfRegionRefused, { yes: 2.5, no: -2 }),
    weigh(everythingIsRefused, { yes: 0.3 }),
    weigh(worksOnOtherHost, { yes: 0.7 }),
  ],
  means:
    "The request was made inside a VPC (or through its DNS) where an execute-api interface endpoint with private DNS takes over every execute-api name of the region. The endpoint knows private APIs only, so public ones are refused.",
  confirm: (subject) => ({
    says: "See which address the name has there: a private one is the endpoint's.",
    ...command`dig +short ${domain(subject)}`,
  }),
  fix: (subject) => [
    advice("Call the public API by a custom domain name, which private DNS does not cover."),
    {
      says: "Or turn private DNS off on the endpoint.",
      ...command`aws ec2 modify-vpc-endpoint --vpc-endpoint-id VPCE_ID --no-private-dns-enabled --region ${region(subject)}`,
    },
  ],
  links: [links.vpc, links.privateApis],
  expectedResults: {
    ...refusedAtHost,
    address: "private",
  },
} satisfies Rule;
