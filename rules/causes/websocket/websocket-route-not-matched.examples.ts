import { restError } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const sockets = "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

export default {
  mustSay: [
    {
      title: "an action that no route is named after",
      exchanges: [
        {
          url: `${sockets}/prod`,
          resourceType: "websocket",
          status: 101,
          responseHeaders: { upgrade: "websocket", connection: "Upgrade" },
          frames: [
            { type: "send", data: '{"action":"list"}' },
            {
              type: "receive",
              data: '{"message": "Forbidden", "connectionId":"JxKqfH1bDoECGXw=", "requestId":"JxKqgE2ljoEFRXw="}',
            },
          ],
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the handshake itself is refused",
      exchanges: [
        {
          url: `${sockets}/prod`,
          resourceType: "websocket",
          ...restError("ForbiddenException", "Forbidden"),
          error: "net::ERR_INVALID_HTTP_RESPONSE",
        },
      ],
      insteadCause: "websocket-connect-denied",
    },
  ],
} satisfies Examples;
