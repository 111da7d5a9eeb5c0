import { connect } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { customerToken, executeApiHost, forms, names } from "./demo-account.ts";
import { type RunningGateway, rows, startGateway } from "./index.ts";

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const partners = { url: `https://${names.partnersDomain}/orders`, method: "GET", headers: {} };

it("cuts the connection of a client without a certificate", async () => {
  await expect(gateway.request(partners, { withoutAgent: true })).rejects.toThrow(/closed|reset|hang up|ECONNRESET/i);
  await expect(gateway.request(partners, { withoutAgent: true, httpVersion: "1.1" })).rejects.toThrow(
    /closed|reset|hang up|ECONNRESET/i,
  );
});

it("lets a client pass whose certificate the truststore issued", async () => {
  const answer = await gateway.request(partners, { withoutAgent: true, clientCertificate: gateway.trustedClient });
  expect(answer.status).toBe(200);
});

it("passes both protocols through the client certificate agent", async () => {
  expect((await gateway.request(partners)).status).toBe(403);
  expect((await gateway.request(partners, { httpVersion: "1.1" })).status).toBe(403);
});

it("keeps the request's bytes, whatever the protocol", async () => {
  const request = {
    url: `https://${executeApiHost(forms.readable.shopId)}/prod/reports`,
    method: "GET",
    headers: { authorization: customerToken("blocked") },
  };
  const [two, one] = [await gateway.request(request), await gateway.request(request, { httpVersion: "1.1" })];
  expect(one.body).toBe(two.body);
  expect(one.headers["x-amzn-errortype"]).toBe("AccessDeniedException");
});

it("opens a WebSocket for a caller whom the authorizer knows", async () => {
  const answer = await gateway.request({
    url: `wss://${executeApiHost(names.webSocketApiId)}/live?token=open-sesame`,
    method: "GET",
    headers: {},
  });
  expect(answer.status).toBe(101);
});

it("responds to HEAD with headers alone", async () => {
  const answer = await gateway.request({
    url: `https://${executeApiHost(forms.readable.shopId)}/prod/orders`,
    method: "HEAD",
    headers: {},
  });
  expect(answer.headers["x-amzn-errortype"]).toBe("MissingAuthenticationTokenException");
  expect(answer.headers["content-length"]).toBe("0");
});

it("takes the API from Host where the TLS name is the VPC endpoint's", async () => {
  const url = `https://${names.vpcEndpointHost}/prod/orders`;
  expect(
    (await gateway.request({ url, method: "GET", headers: { "x-apigw-api-id": names.privateApiId } })).status,
  ).toBe(200);
  expect(
    (await gateway.request({ url, method: "GET", headers: { host: executeApiHost(names.privateApiId) } })).status,
  ).toBe(200);
});

it("serves the demo page with a button for each row, and fresh requests", async () => {
  const page = await gateway.request({ url: "https://app.example.com/", method: "GET", headers: {} });
  expect(page.body.match(/data-row="/g)?.length).toBe(rows.length);
  const made = await gateway.request({
    url: "https://app.example.com/request/sigv4-scope-mismatch",
    method: "GET",
    headers: {},
  });
  expect(JSON.parse(made.body)).toMatchObject({
    method: "GET",
    headers: { authorization: expect.stringContaining("/us-east-1/execute-api/aws4_request") },
  });
});

it("survives what isn't TLS", async () => {
  const socket = connect(gateway.port, "127.0.0.1");
  socket.on("error", () => {});
  await new Promise<void>((resolve) => {
    socket.once("close", () => resolve());
    socket.write("GET / HTTP/1.1\r\n\r\n".repeat(1400));
  });
  expect((await gateway.request({ url: "https://app.example.com/", method: "GET", headers: {} })).status).toBe(200);
});

it("closes with sessions still open, and ends them", async () => {
  const other = await startGateway();
  await other.request({ url: "https://app.example.com/", method: "GET", headers: {} });
  const idle = connect(other.port, "127.0.0.1");
  idle.on("error", () => {});
  await new Promise((resolve) => idle.once("connect", resolve));
  const closed = new Promise((resolve) => idle.once("close", resolve));
  await other.close();
  await closed;
});
