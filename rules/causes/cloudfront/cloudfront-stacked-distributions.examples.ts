import { cloudFrontPage, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the inner distribution does not know the name",
      exchanges: [
        {
          url: "https://www.example.com/prod/orders",
          ...withHeaders(cloudFrontPage("Bad request."), {
            via: "1.1 0123456789abcdef0123456789abcdef.cloudfront.net (CloudFront), 1.1 fedcba9876543210fedcba9876543210.cloudfront.net (CloudFront)",
          }),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a single distribution refuses",
      exchanges: [{ url: "https://www.example.com/prod/orders", ...cloudFrontPage("Bad request.") }],
      insteadCause: "cloudfront-bad-request",
    },
  ],
} satisfies Examples;
