import { endpoint, methodArn, role, signed } from "../../../testing/examples/requests.ts";
import { invokeDenied, nothingAllowsIn } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the endpoint's policy allows other APIs only",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          address: "10.0.3.7",
          ...invokeDenied("anonymous", methodArn("prod/GET/orders"), nothingAllowsIn("VPC endpoint")),
        },
      ],
    },
    {
      title: "the endpoint's policy denies a signed caller",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          address: "10.0.3.7",
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), " with an explicit deny in a VPC endpoint policy"),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same way in, but the API's own policy",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          address: "10.0.3.7",
          ...invokeDenied(
            "anonymous",
            methodArn("prod/GET/orders"),
            " with an explicit deny in a resource-based policy",
          ),
        },
      ],
      insteadCause: "resource-policy-explicit-deny",
    },
  ],
} satisfies Examples;
