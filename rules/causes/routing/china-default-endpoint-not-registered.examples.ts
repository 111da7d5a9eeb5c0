import { forbidden, restRefusal } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const chinaEndpoint = "https://a1b2c3d4e5.execute-api.cn-north-1.amazonaws.com.cn";

const nullMessage = {
  status: 403,
  responseHeaders: restRefusal("AccessDeniedException"),
  responseBody: '{"Message":null}',
};

export default {
  mustSay: [
    {
      title: "every path of a new API in Beijing",
      exchanges: [
        { url: `${chinaEndpoint}/prod/health`, ...nullMessage },
        { url: `${chinaEndpoint}/prod/orders`, ...nullMessage },
      ],
    },
    { title: "a single call", exchanges: [{ url: `${chinaEndpoint}/prod/orders`, ...nullMessage }] },
  ],
  mustNotSay: [
    {
      title: "the stage is missing, in Beijing as elsewhere",
      exchanges: [{ url: `${chinaEndpoint}/orders`, ...forbidden }],
      insteadCause: "rest-stage-missing-or-unknown",
    },
  ],
  withoutCommand: { confirm: "AWS China's support knows" },
} satisfies Examples;
