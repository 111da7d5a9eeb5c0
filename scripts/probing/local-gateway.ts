import type { ExampleExchange } from "../../rules/example.ts";
import type { SafeRequest } from "../../src/probes/safe-request.ts";
import { freshState, type GatewayState } from "../../testing/gateway/call.ts";
import { evaluate } from "../../testing/gateway/evaluation.ts";
import { type GatewayRequest, HeaderList } from "../../testing/gateway/request.ts";
import type { PageRequest, Situation } from "./situation.ts";

/** The API of one situation, asked as its page or its user would ask it, and seen as DevTools of Chromium show it. */
export class LocalGateway {
  readonly #situation: Situation;
  readonly #state: GatewayState = freshState();

  constructor(situation: Situation) {
    this.#situation = situation;
  }

  /** A request of the page. */
  page(request: PageRequest): ExampleExchange {
    const { status, responseHeaders, responseBody } = this.#answer(request);
    const { method, url, headers } = request;
    const sent = {
      method,
      url,
      requestHeaders: headers,
      ...(request.body === "" ? {} : { requestBody: request.body }),
    };
    const resourceType = "access-control-request-method" in headers ? "preflight" : "fetch";
    return { ...sent, resourceType, status, responseHeaders, responseBody };
  }

  /** A check's request. It has the page's User-Agent unless it says otherwise, or the page had none. */
  check({ method, url, headers }: SafeRequest): ExampleExchange {
    const { "user-agent": agent, ...others } = this.#situation.refused.headers;
    const own = agent === undefined ? {} : { "user-agent": agent };
    const sends = { ...own, accept: others["accept"] ?? "*/*", ...Object.fromEntries(headers.map(pairOf)) };
    return this.page({ method, url, headers: sends, body: "" });
  }

  #answer(request: PageRequest): Required<Pick<ExampleExchange, "status" | "responseHeaders" | "responseBody">> {
    const outcome = evaluate(this.#asReceived(request), this.#situation.account, this.#state);
    if (outcome.kind !== "answer") return { status: 0, responseHeaders: {}, responseBody: "" };
    const body = request.method === "HEAD" ? "" : outcome.body;
    return { status: outcome.status, responseHeaders: Object.fromEntries(outcome.headers), responseBody: body };
  }

  #asReceived({ method, url, headers, body }: PageRequest): GatewayRequest {
    const { hostname, pathname, search } = new URL(url);
    return {
      method,
      host: hostname,
      path: pathname,
      query: search.slice(1),
      headers: new HeaderList(Object.entries(headers)),
      body: Buffer.from(body),
      sourceIp: "203.0.113.9",
      clientCertificate: this.#situation.hasUntrustedCertificate ? "untrusted" : "not-asked",
      upgrade: false,
      receivedAt: new Date(Date.UTC(2026, 2, 2, 9, 30)),
    };
  }
}

function pairOf({ name, value }: { readonly name: string; readonly value: string }): readonly [string, string] {
  return [name, value];
}
