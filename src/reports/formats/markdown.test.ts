import { expect, test } from "vitest";
import type { ExampleExchange } from "../../../rules/example.ts";
import { knowledge } from "../../../rules/knowledge.ts";
import { recordingOf } from "../../../testing/examples/recording.ts";
import { forbidden, restRefusal } from "../../../testing/examples/responses.ts";
import { diagnose } from "../../diagnosis/diagnose.ts";
import { summaryOf } from "../report.ts";
import { markdownReport } from "./markdown.ts";

const host = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

function reported(...exchanges: readonly ExampleExchange[]): string {
  const recorded = recordingOf({ title: "", exchanges });
  const examined = diagnose(recorded, { knowledge, apiHosts: [] });
  const { session, explanations } = examined;
  const exchangeAt = ({ entry }: { entry: number }) => session.exchanges.find((each) => each.entry === entry);
  return markdownReport({ summary: summaryOf({ sources: [], ...examined }), explanations, exchangeAt }, "bash");
}

test("whoever was not there can find the refusal in the logs, by its id and time", () => {
  const text = reported({ url: `${host}/prod/orders`, ...forbidden });
  expect(text).toContain("### To find it in the logs");
  expect(text).toContain(`--filter-pattern '"${restRefusal("ForbiddenException")["x-amzn-requestid"]}"'`);
  expect(text).toContain("AWSSupport-TroubleshootAPIGatewayHttpErrors");
});

test("beside the check that tells causes apart stands how the likeliest is seen by the API's owner", () => {
  const text = reported({ url: `${host}/prod/orders`, ...forbidden });
  const [, toDo = ""] = /### To make sure\n([\s\S]*?)\n### /.exec(text) ?? [];
  expect(toDo).toContain("curl -si");
  expect(toDo).toContain("aws ");
});
