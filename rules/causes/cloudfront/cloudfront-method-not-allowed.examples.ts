import { distribution, domain } from "../../../testing/examples/requests.ts";
import { cloudFrontPage } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const line =
  "This distribution is not configured to allow the HTTP request method that was used for this request. The distribution supports only cachable requests.";

export default {
  mustSay: [
    {
      title: "a POST that the default behavior took, which is for static files",
      exchanges: [{ method: "POST", url: `${distribution}/api/orders`, requestBody: "{}", ...cloudFrontPage(line) }],
    },
    {
      title: "a DELETE, where GET works",
      exchanges: [
        { url: `${domain}/orders/17`, status: 200, responseBody: "{}" },
        { method: "DELETE", url: `${domain}/orders/17`, ...cloudFrontPage(line) },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a GET with a body, which CloudFront doesn't take",
      exchanges: [{ url: `${distribution}/orders`, requestBody: "{}", ...cloudFrontPage("Bad request.") }],
      insteadCause: "cloudfront-bad-request",
    },
  ],
} satisfies Examples;
