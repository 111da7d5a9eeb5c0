import { forbidden, ok, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const vpcEndpoint = "https://vpce-0123456789abcdef0-01234567.execute-api.eu-west-1.vpce.amazonaws.com";

export default {
  mustSay: [
    {
      title: "the endpoint's own name doesn't say which API is meant",
      exchanges: [
        { url: `${vpcEndpoint}/prod/orders`, address: "10.0.3.7", ...withHeaders(forbidden, { server: "Server" }) },
      ],
    },
    {
      title: "with x-apigw-api-id the same request works",
      exchanges: [
        {
          url: `${vpcEndpoint}/prod/orders`,
          address: "10.0.3.7",
          requestHeaders: { "x-apigw-api-id": "a1b2c3d4e5" },
          ...ok,
        },
        { url: `${vpcEndpoint}/prod/orders`, address: "10.0.3.7", ...forbidden },
      ],
    },
    {
      title: "a China region, where the Host lacks .cn",
      exchanges: [
        {
          url: "https://vpce-0123456789abcdef0-01234567.execute-api.cn-north-1.vpce.amazonaws.com.cn/prod/orders",
          address: "10.0.3.7",
          requestHeaders: { host: "a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com" },
          ...withHeaders(forbidden, { server: "Server" }),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the API is named; the path lacks its stage",
      exchanges: [
        {
          url: `${vpcEndpoint}/prod/orders`,
          address: "10.0.3.7",
          requestHeaders: { "x-apigw-api-id": "a1b2c3d4e5" },
          ...ok,
        },
        {
          url: `${vpcEndpoint}/orders`,
          address: "10.0.3.7",
          requestHeaders: { "x-apigw-api-id": "a1b2c3d4e5" },
          ...forbidden,
        },
      ],
      insteadCause: "rest-stage-missing-or-unknown",
    },
  ],
} satisfies Examples;
