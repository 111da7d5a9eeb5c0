import { endpoint, methodArn, role, signed } from "../../../testing/examples/requests.ts";
import { invokeDenied, nothingAllowsIn } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a role of another account, in the older wording",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders", "3333")),
        },
      ],
    },
    {
      title: "a role of another account, in the wording that names the layer",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders", "3333"), nothingAllowsIn("resource-based")),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a role of the API's own account",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders")),
        },
      ],
      insteadCause: "iam-identity-policy-implicit-deny",
    },
  ],
} satisfies Examples;
