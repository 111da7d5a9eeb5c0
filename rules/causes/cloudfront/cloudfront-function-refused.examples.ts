import { distribution, domain } from "../../../testing/examples/requests.ts";
import { cloudFrontPage, edge } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a CloudFront Function wants a header",
      exchanges: [
        {
          method: "POST",
          url: `${domain}/api/orders`,
          requestBody: "{}",
          status: 403,
          responseHeaders: {
            ...edge,
            server: "CloudFront",
            "x-cache": "FunctionGeneratedResponse from cloudfront",
            "content-type": "text/plain",
          },
          responseBody: "Access denied",
        },
      ],
    },
    {
      title: "Lambda@Edge returns 403 without a body",
      exchanges: [
        {
          url: `${distribution}/orders`,
          status: 403,
          responseHeaders: { ...edge, server: "CloudFront", "x-cache": "LambdaGeneratedResponse from cloudfront" },
          responseBody: "",
        },
      ],
    },
  ],
  withoutCommand: { fix: "the function's code is the owner's" },
  mustNotSay: [
    {
      title: "a function that cannot run: CloudFront says so in a page of its own",
      exchanges: [
        {
          url: `${distribution}/orders`,
          ...cloudFrontPage(
            "The CloudFront function associated with the CloudFront distribution is invalid or could not run.",
          ),
        },
      ],
      insteadCause: "cloudfront-own-page",
    },
  ],
} satisfies Examples;
