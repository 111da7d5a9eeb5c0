import { expect, test } from "vitest";
import { styleFor } from "./terminal.ts";

test("colours on a terminal only, and never against NO_COLOR", () => {
  expect(styleFor({ isTTY: true }, {}).red("x")).not.toBe("x");
  expect(styleFor({ isTTY: false }, {}).red("x")).toBe("x");
  expect(styleFor({}, {}).red("x")).toBe("x");
  expect(styleFor({ isTTY: true }, { NO_COLOR: "1" }).red("x")).toBe("x");
  expect(styleFor({ isTTY: true }, { NO_COLOR: "" }).red("x")).not.toBe("x");
});
