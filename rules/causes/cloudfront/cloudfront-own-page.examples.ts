import { distribution, domain } from "../../../testing/examples/requests.ts";
import { cloudFrontPage, edge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const invalidFunction =
  "The Lambda function associated with the CloudFront distribution is invalid or doesn't have the required permissions.";

export default {
  mustSay: [
    {
      title: "the page for a Lambda@Edge function that cannot run",
      exchanges: [{ url: `${distribution}/orders`, ...cloudFrontPage(invalidFunction) }],
    },
    {
      title: "a POST, to a name of the owner's, with a line that nobody has seen yet",
      exchanges: [
        {
          method: "POST",
          url: `${domain}/orders`,
          requestBody: "{}",
          ...cloudFrontPage("The request was stopped for a reason that is new."),
        },
      ],
    },
  ],
  withoutCommand: { fix: "only the line tells what is wrong, and it is new" },
  mustNotSay: [
    {
      title: "an application's page that came through CloudFront",
      exchanges: [
        {
          method: "POST",
          url: `${domain}/login`,
          requestBody: "user=ada",
          status: 403,
          responseHeaders: { ...edge, server: "nginx", "content-type": "text/html" },
          responseBody: "<html><body><h1>Forbidden</h1><p>CSRF verification failed. Request aborted.</p></body></html>",
        },
      ],
      insteadCause: "application-own-403",
    },
    {
      title: "the page for a request that a web ACL blocked",
      exchanges: [{ url: `${distribution}/orders`, ...cloudFrontPage("Request blocked.") }],
      insteadCause: "cloudfront-waf-blocked",
    },
  ],
} satisfies Examples;
