import { bearer, domain, hashOfBearer, presigned } from "../../../testing/examples/requests.ts";
import { hashedParseError, ok, s3Error, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a call of the API landed on the bucket, with its bearer token",
      exchanges: [
        {
          url: "https://www.example.com/api/orders",
          requestHeaders: { authorization: bearer },
          ...throughEdge(
            s3Error("InvalidArgument", "Unsupported Authorization Type", "<ArgumentName>Authorization</ArgumentName>"),
          ),
        },
      ],
    },
    {
      title: "a presigned URL and an Authorization header at once",
      exchanges: [
        {
          url: `https://uploads-example.s3.eu-west-1.amazonaws.com/photo.jpg?${presigned(0, 300)}`,
          requestHeaders: { authorization: bearer },
          ...s3Error(
            "InvalidArgument",
            "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified",
          ),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "API Gateway's complaint about the same header",
      exchanges: [
        { url: `${domain}/orders`, requestHeaders: { authorization: bearer }, ...ok },
        { url: `${domain}/order`, requestHeaders: { authorization: bearer }, ...hashedParseError(hashOfBearer) },
      ],
      insteadCause: "rest-route-not-found-with-auth-header",
    },
  ],
} satisfies Examples;
