import { repairEntry } from "../src/capture/har/repair.ts";
import { type Case, openCase } from "../src/diagnosis/case.ts";
import { openSession } from "../src/session/open-session.ts";
import { factsOf } from "./case-facts.ts";

/** The URL of the plainest case. */
export const plainUrl = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/orders";

/** The plainest refused request, for advice without a chosen request. */
export function plainCase(): Case {
  const repair = repairEntry({
    startedDateTime: "2024-05-06T10:30:15.000Z",
    request: { method: "GET", url: plainUrl, headers: [] },
    response: {
      status: 403,
      headers: [
        { name: "x-amzn-errortype", value: "ForbiddenException" },
        { name: "x-amz-apigw-id", value: "AbCdEfGhIjKlMnO=" },
      ],
      content: { mimeType: "application/json", text: '{"message":"Forbidden"}' },
    },
  });
  if ("lost" in repair) throw new Error(repair.lost);
  const producer = { name: "example", version: "", live: true };
  const session = openSession([{ file: "example.har", entry: 0, producer, har: repair.entry, bodyLost: null }], []);
  const [subject] = session.refusedRequests;
  if (subject === undefined) throw new Error("The example request is no subject");
  return openCase(subject, session, { factsOf });
}
