import { endpoint, methodArn, role, signed } from "../../../testing/examples/requests.ts";
import { accessDenied, invokeDenied, nothingAllowsIn } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the role may send to connections but not close them",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/@connections/JxKqfH1bDoECGXw%3D`,
          requestHeaders: signed(),
          requestBody: '{"type":"bye"}',
          status: 200,
          responseHeaders: { "x-amzn-requestid": "5b6f1f4e-2c1d-4c55-9d0e-3f1a2b4c5d6e" },
          responseBody: "",
        },
        {
          method: "DELETE",
          url: `${endpoint}/prod/@connections/JxKqfH1bDoECGXw%3D`,
          requestHeaders: signed(),
          ...accessDenied(
            `User: ${role} is not authorized to perform: execute-api:ManageConnections on resource: ${methodArn("prod/DELETE/@connections/*")}`,
          ),
        },
      ],
    },
  ],
  mustNotSay: [
    {
      title: "a signed caller may not invoke an ordinary method",
      exchanges: [
        {
          url: `${endpoint}/prod/connections`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/connections"), nothingAllowsIn("identity-based")),
        },
      ],
      insteadCause: "iam-identity-policy-implicit-deny",
    },
  ],
} satisfies Examples;
