import { endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok, restIds, restRefusal, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a blocked search is responded to in the firewall owner's words",
      exchanges: [
        { url: `${endpoint}/prod/search?q=shoes`, ...ok },
        {
          url: `${endpoint}/prod/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E`,
          status: 403,
          responseHeaders: restRefusal("ForbiddenException"),
          responseBody: '{"error":"blocked","reference":"sec-1"}',
        },
      ],
    },
    {
      title: "blocked callers are sent to a page",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          status: 301,
          responseHeaders: { ...restRefusal("ForbiddenException"), location: "https://www.example.com/blocked" },
          responseBody: "",
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the firewall blocks with API Gateway's own response",
      exchanges: [
        { url: `${endpoint}/prod/search?q=shoes`, ...ok },
        { url: `${endpoint}/prod/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E`, ...forbidden },
      ],
      insteadCause: "waf-blocked-apigw",
    },
    {
      title: "the API's owner replaced the response to unknown routes",
      exchanges: [
        {
          url: `${endpoint}/prod/order`,
          ...withHeaders(
            { status: 404, responseBody: '{"error":"no such route"}' },
            { ...restIds, "x-amzn-errortype": "MissingAuthenticationTokenException" },
          ),
        },
      ],
      insteadCause: "gateway-response-customized",
    },
  ],
} satisfies Examples;
