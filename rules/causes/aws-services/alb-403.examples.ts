import { endpoint } from "../../../testing/examples/requests.ts";
import { restSuccess } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const albPage = {
  status: 403,
  responseHeaders: { server: "awselb/2.0", "content-type": "text/html" },
  responseBody:
    "<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n</body>\r\n</html>\r\n",
} as const;

/** Load balancers refuse with their own page. */
export default {
  mustSay: [
    {
      title: "a listener rule answers with a fixed 403",
      exchanges: [{ url: "https://www.example.com/admin", ...albPage }],
    },
    {
      title: "AWS WAF on the load balancer, called by its own name",
      exchanges: [{ url: "https://orders-1234567890.eu-west-1.elb.amazonaws.com/orders", ...albPage }],
    },
  ],
  mustNotSay: [
    {
      title: "a load balancer behind an HTTP integration: API Gateway renames its headers",
      exchanges: [
        {
          url: `${endpoint}/prod/admin`,
          status: 403,
          responseHeaders: { ...restSuccess, "content-type": "text/html", "x-amzn-remapped-server": "awselb/2.0" },
          responseBody: albPage.responseBody,
        },
      ],
      insteadCause: "integration-403-passthrough",
    },
  ],
} satisfies Examples;
