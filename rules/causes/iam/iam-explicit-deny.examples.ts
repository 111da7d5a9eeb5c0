import { endpoint, methodArn, role, signed } from "../../../testing/examples/requests.ts";
import { accessDenied, invokeDenied } from "../../../testing/examples/responses.ts";
import type { Examples } from "../../example.ts";

export default {
  mustSay: [
    {
      title: "the older wording, which doesn't name the layer",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), " with an explicit deny"),
        },
      ],
    },
    ...[
      "an identity-based policy",
      "a service control policy",
      "a service control policy: arn:aws:organizations::123456789012:policy/o-ab12cd34/service_control_policy/p-ef56gh78",
      "a resource control policy",
      "a permissions boundary",
      "a session policy",
    ].map((layer) => ({
      title: `an explicit deny in ${layer}`,
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), ` with an explicit deny in ${layer}`),
        },
      ],
    })),
  ],
  mustNotSay: [
    {
      title: "the same sentence about managing connections",
      exchanges: [
        {
          method: "POST",
          url: `${endpoint}/prod/@connections/JxKqfH1bDoECGXw%3D`,
          requestHeaders: signed(),
          ...accessDenied(
            `User: ${role} is not authorized to perform: execute-api:ManageConnections on resource: ${methodArn("prod/POST/@connections/*")} with an explicit deny in an identity-based policy`,
          ),
        },
      ],
      insteadCause: "websocket-management-not-authorized",
    },
    {
      title: "the deny stands in the API's resource policy",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), " with an explicit deny in a resource-based policy"),
        },
      ],
      insteadCause: "resource-policy-explicit-deny",
    },
    {
      title: "the deny stands in the VPC endpoint's policy",
      exchanges: [
        {
          url: `${endpoint}/prod/orders`,
          address: "10.0.3.7",
          requestHeaders: signed(),
          ...invokeDenied(role, methodArn("prod/GET/orders"), " with an explicit deny in a VPC endpoint policy"),
        },
      ],
      insteadCause: "vpc-endpoint-policy-denied",
    },
  ],
  withoutCommand: { fix: "a session policy is made anew with each session" },
} satisfies Examples;
