import { apiKey, endpoint, preflight, signed } from "../../../testing/examples/requests.ts";
import { accessDenied, forbidden, noAnswer, ok } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

/** Some AWS services run on API Gateway, so their responses carry its headers. */
export default {
  mustSay: [
    {
      title: "a page lists AppSync APIs, preflight got Forbidden",
      exchanges: [
        {
          ...preflight("https://appsync.us-east-1.amazonaws.com/v1/apis", "GET", "authorization,x-amz-date"),
          ...forbidden,
        },
        { url: "https://appsync.us-east-1.amazonaws.com/v1/apis", ...noAnswer("net::ERR_FAILED") },
      ],
      diagnose: 0,
    },
    {
      title: "a page calls Amplify, preflight got 73 bytes",
      exchanges: [
        {
          ...preflight("https://amplify.us-east-1.amazonaws.com/apps", "GET", "authorization,x-amz-date"),
          ...accessDenied("Unable to determine service/operation name to be authorized"),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the request proper, signed by a key without permission",
      exchanges: [
        {
          url: "https://appsync.us-east-1.amazonaws.com/v1/apis",
          requestHeaders: signed({ region: "us-east-1", service: "appsync" }),
          ...accessDenied(
            "User: arn:aws:iam::123456789012:user/ada is not authorized to perform: appsync:ListGraphqlApis on resource: *",
          ),
        },
      ],
      insteadCause: "aws-service-endpoint-403",
    },
    {
      title: "the same preflight to an API of the owner's",
      exchanges: [
        { ...preflight(`${endpoint}/prod/apis`, "GET", "x-api-key"), ...forbidden },
        { url: `${endpoint}/prod/apis`, requestHeaders: { "x-api-key": apiKey }, ...ok },
      ],
      diagnose: 0,
      insteadCause: "preflight-options-requires-auth",
    },
  ],
  withoutCommand: { confirm: "the endpoint is AWS's own", fix: "the page must ask a server instead" },
} satisfies Examples;
