import { expect, test } from "vitest";
import { cloudFrontPage } from "../../testing/examples/responses.ts";
import { cloudFrontLine } from "./cloudfront-page.ts";

const pageOf = (line: string) => cloudFrontPage(line).responseBody ?? "";

test("gives the line of CloudFront's page, on one line", () => {
  expect(cloudFrontLine(pageOf("Request blocked."))).toBe("Request blocked.");
  expect(cloudFrontLine(pageOf("This distribution\nis not <b>configured</b>."))).toBe(
    "This distribution is not configured .",
  );
});

test("a page without a line has an empty one", () => {
  expect(cloudFrontLine("<H2>The request could not be satisfied.</H2>")).toBe("");
});

test.each(["<html><body>no</body></html>", '{"message":"The request could not be satisfied"}', ""])(
  "%j is no page of CloudFront's",
  (body) => expect(cloudFrontLine(body)).toBeNull(),
);

test("takes no longer for a page that never ends its line", () => {
  expect(cloudFrontLine(`<H2>The request could not be satisfied</H2><HR>${" <".repeat(100_000)}`)).not.toBeNull();
});
