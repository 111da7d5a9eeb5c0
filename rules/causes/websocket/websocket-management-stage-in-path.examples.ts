import { domain, endpoint, signed } from "../../../testing/examples/requests.ts";
import { awsRequestId, forbidden } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "domain and stage, as event.requestContext has them, put together",
      exchanges: [
        {
          method: "POST",
          url: `${domain}/prod/@connections/JxKqfH1bDoECGXw%3D`,
          requestHeaders: signed(),
          requestBody: '{"type":"hello"}',
          status: 403,
          responseHeaders: awsRequestId,
          responseBody:
            '{"message":"No method found matching route prod/@connections/JxKqfH1bDoECGXw%3D for http method POST."}',
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "on the execute-api name the stage belongs there, and is missing",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/@connections/JxKqfH1bDoECGXw%3D`,
          requestHeaders: signed(),
          requestBody: '{"type":"hello"}',
          ...forbidden,
        },
      ],
      insteadCause: "websocket-management-stage-missing",
    },
  ],
} satisfies Examples;
