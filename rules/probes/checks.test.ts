import { describe, expect, it } from "vitest";
import { applicableChecks, checkAdvice } from "../../src/probes/check.ts";
import { caseOf } from "../../testing/examples/case.ts";
import { bearer, endpoint } from "../../testing/examples/requests.ts";
import { missingToken } from "../../testing/examples/responses.ts";
import { checks } from "./checks.ts";

function commandsFor(method: string): string[] {
  const url = `${endpoint}/prod/orders/17`;
  const subject = caseOf({ method, url, requestHeaders: { authorization: bearer }, ...missingToken });
  return applicableChecks(checks, subject).map(([, check]) => checkAdvice(check, subject).command ?? "");
}

describe("checks", () => {
  it.each(["DELETE", "PATCH", "POST", "PUT"])("never send a %s to a path that may exist", (method) => {
    const sent = commandsFor(method).filter((command) => command.includes(`-X ${method}`));
    expect(sent.filter((command) => !command.includes("/no-such-path-403"))).toEqual([]);
  });

  it("repeat a GET with a signature", () => {
    expect(commandsFor("GET").join("\n")).toContain("--aws-sigv4");
  });
});
