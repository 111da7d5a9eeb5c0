import { domain } from "../../../testing/examples/requests.ts";
import { cloudFrontPage, forbidden, ok, throughEdge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a web ACL on the distribution blocks a large body",
      exchanges: [
        {
          method: "POST",
          url: "https://www.example.com/api/orders",
          bodySize: 24_576,
          ...cloudFrontPage("Request blocked."),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a web ACL on the stage, seen through the distribution",
      exchanges: [
        { url: `${domain}/orders?sort=date`, ...throughEdge(ok) },
        { url: `${domain}/orders?sort=${encodeURIComponent("<script>alert(1)</script>")}`, ...throughEdge(forbidden) },
      ],
      insteadCause: "waf-blocked-apigw",
    },
    {
      title: "the page for a blocked country",
      exchanges: [
        {
          url: "https://www.example.com/api/orders",
          ...cloudFrontPage("The Amazon CloudFront distribution is configured to block access from your country."),
        },
      ],
      insteadCause: "cloudfront-geo-restricted",
    },
  ],
} satisfies Examples;
