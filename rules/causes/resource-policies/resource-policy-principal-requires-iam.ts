import {
  apiId,
  both,
  byRestApi,
  change,
  command,
  denialIs,
  deploy,
  isSigned,
  links,
  methodSettings,
  type Rule,
  region,
  resourceIds,
  says,
  verb,
  weigh,
} from "../../kit.ts";

export default {
  id: "resource-policy-principal-requires-iam",
  title: "The resource policy names a principal, but the method doesn't ask who calls",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "resource-policy",
  prior: 0.15,
  clues: [
    ...byRestApi(["AccessDeniedException"], ["anonymous-denied"]),
    weigh(says("anonymous-denied"), { yes: 1.5 }),
    weigh(denialIs("explicit"), { yes: "never" }),
    weigh(both(says("anonymous-denied"), isSigned), { yes: 4.5 }),
    weigh(isSigned, { no: -2 }),
  ],
  means:
    "The request is signed and is called anonymous all the same: the method's authorization is not AWS_IAM, so nobody looks at the signature, and a policy that allows only a named principal allows nobody.",
  confirm: (subject) => methodSettings(subject),
  fix: (subject) => [
    resourceIds(subject, "Find the id of the resource, to set its method's authorization to AWS_IAM."),
    change(
      "Set it, and do so on every method that the policy speaks of. Callers who do not sign are refused then.",
      command`aws apigateway update-method --rest-api-id ${apiId(subject)} --resource-id RESOURCE_ID --http-method ${verb(subject)} --patch-operations op=replace,path=/authorizationType,value=AWS_IAM --region ${region(subject)}`,
    ),
    deploy(subject),
  ],
  links: [links.resourcePolicies],
  expectedResults: {},
} satisfies Rule;
