import { bearer, endpoint, hashOfBearer } from "../../../testing/examples/requests.ts";
import { hashedParseError, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const privateName = "https://a1b2c3d4e5-vpce-0123456789abcdef0.execute-api.eu-west-1.amazonaws.com";

export default {
  mustSay: [
    {
      title: "the open route works until a token is sent along",
      exchanges: [
        { url: `${privateName}/prod/orders`, address: "10.0.3.7", ...ok },
        {
          url: `${privateName}/prod/orders`,
          address: "10.0.3.7",
          requestHeaders: { authorization: bearer },
          ...hashedParseError(hashOfBearer),
        },
      ],
    },
    {
      title: "the API's own name, resolved inside the VPC",
      exchanges: [
        { url: `${endpoint}/prod/orders`, address: "10.0.3.7", ...ok },
        {
          url: `${endpoint}/prod/orders`,
          address: "10.0.3.7",
          requestHeaders: { authorization: bearer },
          ...hashedParseError(hashOfBearer),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "other routes take the token: this one does not exist",
      exchanges: [
        { url: `${privateName}/prod/orders`, address: "10.0.3.7", requestHeaders: { authorization: bearer }, ...ok },
        {
          url: `${privateName}/prod/order`,
          address: "10.0.3.7",
          requestHeaders: { authorization: bearer },
          ...hashedParseError(hashOfBearer),
        },
      ],
      insteadCause: "rest-route-not-found-with-auth-header",
    },
  ],
} satisfies Examples;
