import { expect, it } from "vitest";
import { scopeComplaintsIn } from "./credential-scope-complaints.ts";

it.each([
  ["Credential should be scoped to a valid region. ", ["region"]],
  [
    "Credential should be scoped to a valid region, not 'us-east-1'. Credential should be scoped to correct service: 'execute-api'. ",
    ["region", "service"],
  ],
  [
    "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20260301' != '20260302', from '20260302T093000Z'.",
    ["date"],
  ],
  ["Credential should be scoped with a valid terminator: 'aws4_request', not 'aws_request'. ", ["terminator"]],
  ["Forbidden", []],
])("reads the parts of: %s", (message, parts) => expect(scopeComplaintsIn(message)).toEqual(parts));
