import { endpoint, methodArn, role, signed } from "../../../testing/examples/requests.ts";
import { accessDenied, forbidden } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

/** A backend sends a message to a connected client. */
export default {
  mustSay: [
    {
      title: "the client was given the endpoint without its stage",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/@connections/JxKqfH1bDoECGXw%3D`,
          requestHeaders: signed(),
          requestBody: '{"type":"hello"}',
          ...forbidden,
        },
      ],
    },
    {
      title: "the sign in front of connections is encoded",
      exchanges: [
        {
          method: "DELETE",
          url: `${endpoint}/%40connections/JxKqfH1bDoECGXw%3D`,
          requestHeaders: signed(),
          ...forbidden,
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "the stage is there, the permission is not",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/@connections/JxKqfH1bDoECGXw%3D`,
          requestHeaders: signed(),
          requestBody: '{"type":"hello"}',
          ...accessDenied(
            `User: ${role} is not authorized to perform: execute-api:ManageConnections on resource: ${methodArn("prod/POST/@connections/*")}`,
          ),
        },
      ],
      insteadCause: "websocket-management-not-authorized",
    },
    {
      title: "another path without its stage",
      exchanges: [{ url: `${endpoint}/connections/1`, ...forbidden }],
      insteadCause: "rest-stage-missing-or-unknown",
    },
  ],
} satisfies Examples;
