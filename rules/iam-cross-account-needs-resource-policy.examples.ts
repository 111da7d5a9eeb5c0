import type { Examples } from "../src/diagnosis/example.ts";
import { invokeDenied, nothingAllowsIn } from "./example-answers.ts";
import { endpoint, methodArn, role, signed } from "./example-requests.ts";

export default {
  mustSay: [
    {
      title: "a role of another account, in the older wording",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          sends: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders", "3333")),
        },
      ],
    },
    {
      title: "a role of another account, in the wording that names the layer",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          sends: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders", "3333"), nothingAllowsIn("resource-based")),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a role of the API's own account",
      exchanges: [
        { url: `${endpoint}/prod/orders`, sends: signed(), ...invokeDenied(role, methodArn("prod/GET/orders")) },
      ],
      says: "iam-identity-policy-implicit-deny",
    },
  ],
} satisfies Examples;
