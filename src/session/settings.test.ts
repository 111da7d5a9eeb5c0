import { expect, test } from "vitest";
import { defaultSettings, hostsFromText, invalidHosts, settingsFrom } from "./settings.ts";

test("what is stored in another form than expected counts as nothing stored", () => {
  for (const stored of [undefined, null, 7, "x", [], { apiHosts: "x", keepAfterNavigation: "yes", filesTogether: 1 }]) {
    expect(settingsFrom(stored)).toEqual(defaultSettings);
  }
});

test("stored settings are read back, entries of another type left out", () => {
  expect(
    settingsFrom({ apiHosts: ["api.example.com", 3, null], keepAfterNavigation: false, filesTogether: false }),
  ).toEqual({
    apiHosts: ["api.example.com"],
    keepAfterNavigation: false,
    filesTogether: false,
    maskCredentials: true,
  });
});

test("credentials are masked again after a restart, whatever is stored", () => {
  expect(settingsFrom({ ...defaultSettings, maskCredentials: false }).maskCredentials).toBe(true);
});

test("hosts are taken one a line, also from whole addresses, each once", () => {
  expect(hostsFromText(" API.example.com \n\nhttps://shop.example.com:8443/prod?x#y\napi.example.com.")).toEqual([
    "api.example.com",
    "shop.example.com",
  ]);
});

test("names that no host can have are told", () => {
  expect(invalidHosts(["*.api.example.com", "api-*.example.com", "münchen.example", "localhost"])).toEqual([]);
  expect(invalidHosts(["-a.example", "a..b", "a b", "<x>"])).toEqual(["-a.example", "a..b", "a b", "<x>"]);
});
