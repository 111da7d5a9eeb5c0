import { endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok, restIds, restRefusal, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a blocked search is answered in the firewall owner's words",
      exchanges: [
        { url: `${endpoint}/prod/search?q=shoes`, ...ok },
        {
          url: `${endpoint}/prod/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E`,
          status: 403,
          answers: restRefusal("ForbiddenException"),
          body: '{"error":"blocked","reference":"sec-1"}',
        },
      ],
    },
    {
      title: "blocked callers are sent to a page",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          status: 301,
          answers: { ...restRefusal("ForbiddenException"), location: "https://www.example.com/blocked" },
          body: "",
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the firewall blocks with API Gateway's own answer",
      exchanges: [
        { url: `${endpoint}/prod/search?q=shoes`, ...ok },
        { url: `${endpoint}/prod/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E`, ...forbidden },
      ],
      says: "waf-blocked-apigw",
    },
    {
      title: "the API's owner replaced the answer to unknown routes",
      exchanges: [
        {
          url: `${endpoint}/prod/order`,
          ...withHeaders(
            { status: 404, body: '{"error":"no such route"}' },
            { ...restIds, "x-amzn-errortype": "MissingAuthenticationTokenException" },
          ),
        },
      ],
      says: "gateway-response-customized",
    },
  ],
} satisfies Examples;
