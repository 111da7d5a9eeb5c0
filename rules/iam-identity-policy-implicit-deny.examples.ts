import type { Examples } from "../src/diagnosis/example.ts";
import { invokeDenied, nothingAllowsIn, throughEdge } from "./example-answers.ts";
import { endpoint, methodArn, role, sessionToken, signed, temporaryKey } from "./example-requests.ts";

export default {
  mustSay: [
    {
      title: "the older wording",
      exchanges: [
        { url: `${endpoint}/prod/orders`, sends: signed(), ...invokeDenied(role, methodArn("prod/GET/orders")) },
      ],
    },
    {
      title: "the wording that names the layer, for a role of an identity pool",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          sends: signed({ key: temporaryKey, sessionToken }),
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
  ],
  mustNotSay: [
    {
      title: "the caller is of another account than the API",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          sends: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders", "3333")),
        },
      ],
      says: "iam-cross-account-needs-resource-policy",
    },
    {
      title: "the message names the endpoint's policy",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          address: "10.0.3.7",
          sends: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), nothingAllowsIn("VPC endpoint")),
        },
      ],
      says: "vpc-endpoint-policy-denied",
    },
  ],
} satisfies Examples;
