import { endpoint, methodArn } from "../../../testing/examples/requests.ts";
import { invokeDenied, nothingAllowsIn, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

/** The resource policy allows certain VPC endpoints. The request came through another. */
export default {
  mustSay: [
    {
      title: "one endpoint is let in, the next is not",
      exchanges: [
        {
          url: "https://a1b2c3d4e5-vpce-0123456789abcdef0.execute-api.eu-west-1.amazonaws.com/prod/orders",
          address: "10.0.3.7",
          ...ok,
        },
        {
          url: "https://a1b2c3d4e5-vpce-0fedcba9876543210.execute-api.eu-west-1.amazonaws.com/prod/orders",
          address: "10.8.3.7",
          ...invokeDenied("anonymous", methodArn("prod/GET/orders"), nothingAllowsIn("resource-based")),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a public API whose policy lists addresses",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          ...invokeDenied("anonymous", methodArn("prod/GET/orders"), nothingAllowsIn("resource-based")),
        },
      ],
      insteadCause: "resource-policy-implicit-deny",
    },
  ],
} satisfies Examples;
