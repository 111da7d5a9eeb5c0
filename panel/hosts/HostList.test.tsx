import { expect, test, vi } from "vitest";
import { renderInPanel } from "../../testing/panel/render.tsx";
import { HostList } from "./HostList.tsx";

const hosts = [
  { host: "www.example.com", label: "other host", isApiGateway: false, why: ["no response shows it"], requests: 40 },
  { host: "api.example.com", label: "name in front of API Gateway", isApiGateway: true, why: ["listed"], requests: 2 },
];

test("lists API Gateway's hosts first, each with the reason, and takes another for one", async () => {
  const changeSettings = vi.fn();
  const { root, store, click } = await renderInPanel(<HostList hosts={hosts} />, { actions: { changeSettings } });
  expect([...root.querySelectorAll("tbody tr")].map(({ textContent }) => textContent)).toEqual([
    "api.example.comyesname in front of API Gateway2listed",
    "www.example.comnoother host40no response shows itThis is my API",
  ]);
  await click("This is my API: www.example.com");
  expect(changeSettings).toHaveBeenCalledWith({ ...store.settings.value, apiHosts: ["www.example.com"] });
});
