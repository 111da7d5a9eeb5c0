import { endpoint, methodArn, sessionToken, signed, temporaryKey } from "../../../testing/examples/requests.ts";
import { invokeDenied, nothingAllowsIn } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a signed caller is taken for anonymous, in the older wording",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied("anonymous", methodArn("prod/GET/orders")),
        },
      ],
    },
    {
      title: "the wording that names the layer",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed({ key: temporaryKey, sessionToken }),
          ...invokeDenied("anonymous", methodArn("prod/GET/orders"), nothingAllowsIn("resource-based")),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "nobody signed, so anonymous is what the caller is",
      exchanges: [{ url: `${endpoint}/prod/orders`, ...invokeDenied("anonymous", methodArn("prod/GET/orders")) }],
      insteadCause: "resource-policy-implicit-deny",
    },
  ],
} satisfies Examples;
