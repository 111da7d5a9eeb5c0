import { domain, endpoint } from "../../../testing/examples/requests.ts";
import { forbidden, ok, withHeaders } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "a challenge, which a fetch can't solve",
      exchanges: [
        { url: `${domain}/orders`, ...ok },
        {
          url: `${domain}/orders`,
          status: 202,
          responseHeaders: { "x-amzn-waf-action": "challenge" },
          responseBody: "",
        },
      ],
    },
    {
      title: "a CAPTCHA",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/orders`,
          status: 405,
          responseHeaders: { "x-amzn-waf-action": "captcha", "content-type": "text/html" },
          responseBody: "<!DOCTYPE html><html><head><title>Human Verification</title></head></html>",
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a block; the header's name is only exposed to pages",
      exchanges: [
        { url: `${domain}/orders?q=shoes`, ...ok },
        {
          url: `${domain}/orders?q=${encodeURIComponent("' or '1'='1")}`,
          ...withHeaders(forbidden, { "access-control-expose-headers": "x-amzn-waf-action" }),
        },
      ],
      insteadCause: "waf-blocked-apigw",
    },
  ],
} satisfies Examples;
