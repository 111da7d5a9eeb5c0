import {
  apiId,
  byRestIncompleteSignature,
  change,
  command,
  commandLines,
  deploy,
  hasOtherScheme,
  links,
  methodSettings,
  type Rule,
  region,
  siblingsAreSigned,
  signCall,
  signedSameRequestWorks,
  unknownPath,
  unsignedSameRequestWorks,
  verb,
  weigh,
} from "../../kit.ts";

export default {
  id: "iam-auth-non-sigv4-authorization",
  title: "The method wants a SigV4 signature and got another credential",
  shares: ["host", "stage"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.35,
  clues: [
    ...byRestIncompleteSignature,
    weigh(hasOtherScheme, { yes: 0.5, no: "never" }),
    weigh(signedSameRequestWorks, { yes: 5 }),
    weigh(siblingsAreSigned, { yes: 1.5 }),
    weigh(unsignedSameRequestWorks, { yes: "never" }),
  ],
  means:
    "The method's authorization is AWS_IAM, and the Authorization header holds something else, such as a Bearer token. API Gateway reads it as a signature and complains about its form.",
  confirm: (subject) => methodSettings(subject),
  fix: (subject) => [
    signCall(subject, "Sign the request instead."),
    {
      says: "Or give the method an authorizer that reads this credential: find the ids of the resource and of the authorizer.",
      ...commandLines(
        command`aws apigateway get-resources --rest-api-id ${apiId(subject)} --query ${"items[].[id,path]"} --output text --region ${region(subject)}`,
        command`aws apigateway get-authorizers --rest-api-id ${apiId(subject)} --query ${"items[].[id,name,type]"} --output text --region ${region(subject)}`,
      ),
    },
    change(
      "Set it; AUTHORIZATION_TYPE is CUSTOM for a Lambda authorizer, COGNITO_USER_POOLS for Cognito. Callers who sign are refused then.",
      command`aws apigateway update-method --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method ${verb(subject)} --patch-operations op=replace,path=/authorizationType,value=AUTHORIZATION_TYPE op=replace,path=/authorizerId,value=AUTHORIZER_ID --region ${region(subject)}`,
    ),
    deploy(subject),
  ],
  links: [links.iam, links.article],
  expectedResults: {
    "random-path": unknownPath,
    "without-authorization": "refused",
    "signed-call": "accepted",
    "known-route": "accepted",
  },
} satisfies Rule;
