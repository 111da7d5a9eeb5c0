import { epoch, jwt, methodArn, presigned, role } from "../../../testing/examples/requests.ts";
import { restError } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

const sockets = "wss://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

export default {
  mustSay: [
    {
      title: "the authorizer of $connect denies; its key is spelt small",
      exchanges: [
        {
          url: `${sockets}/prod?token=${jwt({ sub: "ada", exp: epoch(-600) })}`,
          resourceType: "websocket",
          ...restError("AccessDeniedException", "User is not authorized to access this resource with an explicit deny"),
          error: "net::ERR_INVALID_HTTP_RESPONSE",
        },
      ],
    },
    {
      title: "Chromium keeps nothing of a refused handshake",
      exchanges: [{ url: `${sockets}/prod`, resourceType: "websocket", status: 0 }],
    },
    {
      title: "IAM on $connect, and the caller's policy does not cover it",
      exchanges: [
        {
          url: `${sockets}/prod?${presigned(0, 300)}`,
          resourceType: "websocket",
          ...restError(
            "AccessDeniedException",
            `User: ${role} is not authorized to perform: execute-api:Invoke on resource: ${methodArn("prod/$connect")}`,
          ),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the connection stands; a message is refused",
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
      insteadCause: "websocket-route-not-matched",
    },
  ],
} satisfies Examples;
