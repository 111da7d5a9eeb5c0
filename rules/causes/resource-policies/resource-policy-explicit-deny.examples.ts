import { endpoint, methodArn, role, signed } from "../../../testing/examples/requests.ts";
import { invokeDenied, nothingAllowsIn, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "an address list with Deny, in the older wording",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          ...invokeDenied("anonymous", methodArn("prod/GET/orders"), " with an explicit deny"),
        },
      ],
    },
    {
      title: "the wording that names the layer, through an edge-optimized API",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          ...throughEdge(
            invokeDenied(
              "anonymous",
              methodArn("prod/GET/orders"),
              " with an explicit deny in a resource-based policy",
            ),
          ),
        },
      ],
    },
    {
      title: "a signed caller, named, and still the API's own policy",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), " with an explicit deny in a resource-based policy"),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the policy allows nobody, but denies nobody either",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          ...invokeDenied("anonymous", methodArn("prod/GET/orders"), nothingAllowsIn("resource-based")),
        },
      ],
      insteadCause: "resource-policy-implicit-deny",
    },
    {
      title: "the caller's own policy denies",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), " with an explicit deny in an identity-based policy"),
        },
      ],
      insteadCause: "iam-explicit-deny",
    },
  ],
} satisfies Examples;
