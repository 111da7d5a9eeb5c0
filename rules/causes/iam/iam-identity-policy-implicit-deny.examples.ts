import {
  domain,
  endpoint,
  methodArn,
  role,
  sessionToken,
  signed,
  temporaryKey,
} from "../../../testing/examples/requests.ts";
import { awsRequestId, invokeDenied, nothingAllowsIn, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the older wording",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders")),
        },
      ],
    },
    {
      title: "the wording that names the layer, for a role of an identity pool",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed({ key: temporaryKey, sessionToken }),
          ...throughEdge(
            invokeDenied(
              "arn:aws:sts::123456789012:assumed-role/shop-unauth/CognitoIdentityCredentials",
              methodArn("prod/POST/orders"),
              nothingAllowsIn("identity-based"),
            ),
          ),
        },
      ],
    },
    ...["session policy", "permissions boundary", "service control policy"].map((layer) => ({
      title: `what bounds the caller decides: ${layer}`,
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(
            role,
            methodArn("prod/GET/orders"),
            ` because no ${layer} allows the execute-api:Invoke action`,
          ),
        },
      ],
    })),
    {
      title: "a guest of an identity pool, on a custom domain whose mapping takes a segment off",
      exchanges: [
        {
          method: "POST",
          url: "https://cognito-identity.eu-west-1.amazonaws.com/",
          requestHeaders: { "x-amz-target": "AWSCognitoIdentityService.GetCredentialsForIdentity" },
          requestBody: '{"IdentityId":"eu-west-1:11111111-2222-3333-4444-555555555555"}',
          status: 200,
          responseHeaders: awsRequestId,
        },
        {
          url: `${domain}/shop/orders`,
          requestHeaders: signed({ key: temporaryKey, sessionToken }),
          ...invokeDenied(
            "arn:aws:sts::123456789012:assumed-role/shop-visitors/CognitoIdentityCredentials",
            methodArn("prod/GET/orders"),
          ),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the message names the API's resource policy",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders", "3333"), nothingAllowsIn("resource-based")),
        },
      ],
      insteadCause: "iam-cross-account-needs-resource-policy",
    },
    {
      title: "the caller is of another account than the API",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders", "3333")),
        },
      ],
      insteadCause: "iam-cross-account-needs-resource-policy",
    },
    {
      title: "the message names the endpoint's policy",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          address: "10.0.3.7",
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), nothingAllowsIn("VPC endpoint")),
        },
      ],
      insteadCause: "vpc-endpoint-policy-denied",
    },
  ],
  withoutCommand: { fix: "permission sets and policies of a session are not the account's to change" },
} satisfies Examples;
