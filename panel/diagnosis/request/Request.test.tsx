import { expect, test, vi } from "vitest";
import { liveFile } from "../../../src/session/recording.ts";
import { detailsFor, exchangeFor } from "../../../testing/panel/details.ts";
import { renderInPanel } from "../../../testing/panel/render.tsx";
import { request } from "./Request.tsx";

test("tells what is missing from what is empty", async () => {
  const exchange = exchangeFor({
    requestHeaders: null,
    responseBody: { missing: "hidden by CORS" },
    status: 0,
    failure: "net::ERR_FAILED",
  });
  const { text } = await renderInPanel(<request.View details={detailsFor({ exchange })} />);
  expect(text()).toContain("Request headersThe capture does not show them.");
  expect(text()).toContain("Request bodyEmpty.");
  expect(text()).toContain("Response headers no status · net::ERR_FAILEDNone.");
  expect(text()).toContain("Response bodyNot visible: hidden by CORS");
});

test("opens at the place that evidence points to, and marks it", async () => {
  const exchange = exchangeFor({ responseBody: { text: '{"message":"Forbidden"}', rest: 3 } });
  const { root, store, text, change } = await renderInPanel(<request.View details={detailsFor({ exchange })} />);
  expect(root.querySelector("details")?.open).toBe(false);
  await change(() => {
    store.detail.spot.value = { part: "response-body", name: null, text: "Forbidden" };
  });
  expect(root.querySelector("details")?.open).toBe(true);
  expect(root.querySelector("mark")?.textContent).toBe("Forbidden");
  expect(text()).toContain("… (3 more characters)");
});

test("says whether credentials are shown", async () => {
  const { store } = await renderInPanel(null);
  const note = () => request.note?.(detailsFor(), store);
  expect(note()).toBe("credentials are hidden");
  store.settings.value = { ...store.settings.value, maskCredentials: false };
  expect(note()).toBe("credentials are shown, as the settings say");
});

test("a live request is found in the Network panel; one of a file is named by its place there", async () => {
  const revealInNetwork = vi.fn();
  const live = detailsFor({ diagnosis: { file: liveFile } });
  const { click } = await renderInPanel(<request.View details={live} />, { actions: { revealInNetwork } });
  await click("Show in the Network panel");
  expect(revealInNetwork).toHaveBeenCalledWith(expect.stringContaining("method:GET domain:a1b2c3d4e5."));
  const { text } = await renderInPanel(<request.View details={detailsFor({ diagnosis: { entry: 7 } })} />);
  expect(text()).toContain("Entry 7 of a.har");
});

test("shows the requests that it stopped", async () => {
  const stopped = [exchangeFor({ key: "1", method: "PUT", status: 0 })];
  const { text } = await renderInPanel(<request.View details={detailsFor({ stopped })} />);
  expect(text()).toContain("It stopped 1 request behind it:");
});
