import { beforeEach, expect, test, vi } from "vitest";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { CopyButton } from "./CopyButton.tsx";

const writeText = vi.fn();

beforeEach(() => {
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  document.execCommand = () => false;
  writeText.mockReset();
  return () => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(document, "execCommand");
  };
});

test("copies exactly the text, and says so", async () => {
  writeText.mockResolvedValue(undefined);
  const { text, click } = await renderInPanel(<CopyButton text="curl -si" what="the command" />);
  await click("Copy the command");
  expect(writeText).toHaveBeenCalledWith("curl -si");
  expect(text()).toBe("Copied the command");
});

test("says where the browser does not allow it", async () => {
  writeText.mockRejectedValue(new Error("denied"));
  const { text, click } = await renderInPanel(<CopyButton text="curl -si" what="the command" />);
  await click("Copy the command");
  expect(text()).toBe("Not allowed the command");
});

test("says where there is nothing to copy", async () => {
  const { text, click } = await renderInPanel(<CopyButton text={() => Promise.reject(new Error("gone"))} what="it" />);
  await click("Copy it");
  expect(text()).toBe("Not allowed it");
  expect(writeText).not.toHaveBeenCalled();
});
