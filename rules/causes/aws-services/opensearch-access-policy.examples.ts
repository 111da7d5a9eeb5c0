import { endpoint, methodArn } from "../../../testing/examples/requests.ts";
import { awsRequestId, invokeDenied, nothingAllowsIn } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a search without a signature",
      exchanges: [
        {
          url: "https://search-shop-abcdefghijklmnopqrstuvwxyz.eu-west-1.es.amazonaws.com/orders/_search",
          status: 403,
          responseHeaders: { ...awsRequestId },
          responseBody:
            '{"Message":"User: anonymous is not authorized to perform: es:ESHttpGet because no resource-based policy allows the es:ESHttpGet action"}',
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the same sentence about execute-api",
      exchanges: [
        {
          url: `${endpoint}/prod/orders/_search`,
          ...invokeDenied("anonymous", methodArn("prod/GET/orders/_search"), nothingAllowsIn("resource-based")),
        },
      ],
      insteadCause: "resource-policy-implicit-deny",
    },
  ],
} satisfies Examples;
