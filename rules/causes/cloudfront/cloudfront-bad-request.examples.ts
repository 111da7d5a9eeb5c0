import { distribution } from "../../../testing/examples/requests.ts";
import { cloudFrontPage } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a GET with a body, which CloudFront doesn't take",
      exchanges: [
        {
          url: `${distribution}/orders`,
          requestBody: "{}",
          ...cloudFrontPage("Bad request."),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the page for a request that WAF blocked",
      exchanges: [{ url: `${distribution}/orders`, requestBody: "{}", ...cloudFrontPage("Request blocked.") }],
      insteadCause: "cloudfront-waf-blocked",
    },
  ],
} satisfies Examples;
