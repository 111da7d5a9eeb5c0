import { bearer, domain, endpoint, methodArn, signed } from "../../../testing/examples/requests.ts";
import { invokeDenied, nothingAllowsIn, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const nothingAllows = nothingAllowsIn("resource-based");

export default {
  mustSay: [
    {
      title: "the caller's address is not listed, in the older wording",
      exchanges: [{ url: `${endpoint}/prod/orders`, ...invokeDenied("anonymous", methodArn("prod/GET/orders")) }],
    },
    {
      title: "the wording that names the layer; with a bearer token the caller stays anonymous",
      exchanges: [
        {
          url: `${domain}/orders`,
          requestHeaders: { authorization: bearer },
          ...throughEdge(invokeDenied("anonymous", methodArn("prod/GET/orders"), nothingAllows)),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the request is signed and yet anonymous: the method doesn't ask for IAM",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied("anonymous", methodArn("prod/GET/orders"), nothingAllows),
        },
      ],
      insteadCause: "resource-policy-principal-requires-iam",
    },
    {
      title: "the message names the VPC endpoint's policy",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          address: "10.0.3.7",
          ...invokeDenied("anonymous", methodArn("prod/GET/orders"), nothingAllowsIn("VPC endpoint")),
        },
      ],
      insteadCause: "vpc-endpoint-policy-denied",
    },
  ],
} satisfies Examples;
