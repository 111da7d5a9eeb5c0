import { expect, it } from "vitest";
import { caseOf } from "../../testing/examples/case.ts";
import type { ExampleExchange } from "../example.ts";
import { otherStageWorks, resemblesKnownFirstSegment } from "./first-segments.ts";
import { everythingIsRefused, onlyThisPathIsRefused, resemblesWorkingPath } from "./routes.ts";

const host = "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";

function works(path: string): ExampleExchange {
  return { url: `${host}${path}`, status: 200 };
}

function refused(path: string): ExampleExchange {
  return { url: `${host}${path}`, status: 403, responseBody: '{"message":"Forbidden"}' };
}

it("names a request under another stage, its time, and the other stages that are known", () => {
  const answer = otherStageWorks.ask(caseOf(works("/prod/orders"), works("/dev/orders"), refused("/staging/orders")));
  expect(answer).toMatchObject({
    answer: "yes",
    says: "`GET /prod/orders` returned 200 at 09:30:00 UTC: there the path begins with `/prod`; so do paths with `/dev`",
    at: { file: "live", entry: 0 },
  });
});

it.each([
  ["/Prod/orders", "yes"],
  ["/prods/orders", "yes"],
  ["/test/orders", "no"],
  ["/prod/orders", "no"],
])("%s beside /prod resembles it: %s", (path, answer) => {
  expect(resemblesKnownFirstSegment.ask(caseOf(works("/prod/items"), refused(path))).answer).toBe(answer);
});

it.each([
  ["/prod/order", "yes"],
  ["/prod/Orders/", "yes"],
  ["/prod/customers", "no"],
])("%s beside /prod/orders resembles it: %s", (path, answer) => {
  expect(resemblesWorkingPath.ask(caseOf(works("/prod/orders"), refused(path))).answer).toBe(answer);
});

it("counts what of a host gets through", () => {
  const all = caseOf(refused("/prod/a"), refused("/prod/b"), refused("/prod/c"));
  expect(everythingIsRefused.ask(all)).toMatchObject({ says: "all 3 requests to the host are refused, on 3 paths" });
  const some = caseOf(works("/prod/a"), refused("/prod/b"), refused("/prod/c"));
  expect(everythingIsRefused.ask(some)).toMatchObject({
    answer: "no",
    says: expect.stringContaining("1 of 3 requests to the host get through"),
  });
});

it("sees that all but one path work", () => {
  const working = ["/prod/a", "/prod/b", "/prod/c"].map(works);
  expect(onlyThisPathIsRefused.ask(caseOf(...working, refused("/prod/d"), refused("/prod/d")))).toMatchObject({
    answer: "yes",
    says: "3 paths of the host work, only `/prod/d` is refused",
  });
  expect(onlyThisPathIsRefused.ask(caseOf(...working, refused("/prod/d"), refused("/prod/e"))).answer).toBe("no");
  expect(onlyThisPathIsRefused.ask(caseOf(works("/prod/a"), refused("/prod/d"))).answer).toBe("no");
});
