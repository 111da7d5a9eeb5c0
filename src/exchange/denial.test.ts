import { expect, it } from "vitest";
import { denialIn } from "./denial.ts";

const scp = "arn:aws:organizations::123456789012:policy/o-ab12/service_control_policy/p-cd34";

it.each([
  ["because no resource-based policy allows the execute-api:Invoke action", "implicit", "resource-based", null],
  ["because no VPC endpoint policy allows the execute-api:Invoke action", "implicit", "VPC endpoint", null],
  ["because no session policy allows the execute-api:Invoke action", "implicit", "session", null],
  ["because no permissions boundary allows the execute-api:Invoke action", "implicit", "permissions boundary", null],
  ["with an explicit deny in a service control policy", "explicit", "service control", null],
  [`with an explicit deny in a service control policy: ${scp}`, "explicit", "service control", scp],
  ["with an explicit deny in an identity-based policy", "explicit", "identity-based", null],
  ["with an explicit deny in an identity-based policy.", "explicit", "identity-based", null],
  ["with an explicit deny in a permissions boundary", "explicit", "permissions boundary", null],
  ["with an explicit deny", "explicit", null, null],
  ["", "unsaid", null, null],
])("%s: %s, layer %s, policy %s", (end, effect, layer, policy) => {
  const message = `User: anonymous is not authorized to perform: execute-api:Invoke on resource: x ${end}`;
  expect(denialIn(message)).toEqual({ effect, layer, policy });
});

it.each([
  ["because no ".repeat(20_000), "unsaid"],
  [`with an explicit deny in a ${"a ".repeat(50_000)}`, "explicit"],
  ["a".repeat(200_000), "unsaid"],
])("comes back from hostile text: %.20s", (text, effect) => expect(denialIn(text)?.effect ?? "unsaid").toBe(effect));
