import { cloudFrontPage } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a distribution that serves some countries only",
      exchanges: [
        {
          url: "https://www.example.com/api/orders",
          ...cloudFrontPage("The Amazon CloudFront distribution is configured to block access from your country."),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a web ACL's geographic rule gives WAF's page",
      exchanges: [
        {
          url: "https://www.example.com/api/orders",
          ...cloudFrontPage("Request blocked."),
        },
      ],
      insteadCause: "cloudfront-waf-blocked",
    },
  ],
} satisfies Examples;
