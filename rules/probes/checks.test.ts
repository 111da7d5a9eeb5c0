import { describe, expect, it } from "vitest";
import { caseOf } from "../../testing/examples/case.ts";
import { bearer, endpoint } from "../../testing/examples/requests.ts";
import { missingToken } from "../../testing/examples/responses.ts";
import { applicableChecks, checkAdvice } from "./checks.ts";

function commandsFor(method: string): string[] {
  const url = `${endpoint}/prod/orders/17`;
  const subject = caseOf({ method, url, requestHeaders: { authorization: bearer }, ...missingToken });
  return applicableChecks(subject).map((id) => checkAdvice(id, subject).command ?? "");
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
