import {
  advice,
  apiId,
  byRestApi,
  change,
  command,
  everythingIsRefused,
  hostIs,
  isInChina,
  type Rule,
  refusedAtHost,
  region,
  says,
  stage,
  weigh,
  worksOnOtherHost,
} from "../../kit.ts";

export default {
  id: "china-default-endpoint-not-registered",
  title: "The account may not serve the default endpoint in China",
  refusedBy: "api-gateway",
  who: "API Gateway in a China region",
  refusedAt: "host",
  prior: 0.1,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["null-message"]),
    weigh(isInChina, { yes: 1, no: "never" }),
    weigh(hostIs("default-endpoint"), { no: "never" }),
    weigh(says("null-message"), { yes: 4, no: "never" }),
    weigh(everythingIsRefused, { yes: 1, no: -4 }),
    weigh(worksOnOtherHost, { yes: 1 }),
  ],
  means:
    "In the China regions an account serves the public under a name only once it holds an ICP registration. Until then every path of the default endpoint is refused with an empty reason, while a registered custom domain works.",
  confirm: () =>
    advice("Ask AWS China's support whether the account holds an ICP recordal or its exception for API Gateway."),
  fix: (subject) => [
    change(
      "Register for ICP, and serve the API under the registered domain.",
      command`aws apigatewayv2 create-domain-name --domain-name DOMAIN --domain-name-configurations CertificateArn=CERTIFICATE_ARN,EndpointType=REGIONAL --region ${region(subject)}`,
    ),
    change(
      "Then map the domain to the API.",
      command`aws apigatewayv2 create-api-mapping --domain-name DOMAIN --api-id ${apiId(subject)} --stage ${stage(subject)} --region ${region(subject)}`,
    ),
    advice("Where only a VPC calls the API, make it private: private names are not concerned."),
  ],
  links: [
    {
      label: "AWS in China: ICP recordal",
      url: "https://www.amazonaws.cn/en/support/icp/",
    },
  ],
  expectedResults: {
    ...refusedAtHost,
    "known-route": "refused",
  },
} satisfies Rule;
