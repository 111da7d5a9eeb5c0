import { gzipSync } from "node:zlib";

/** A value that stands nowhere else, with the place that it was planted in. */
export interface Planted {
  readonly where: string;
  readonly secret: string;
}

/** Secrets in every part of an entry, and the HAR file that holds them. */
export class PlantedHar {
  readonly planted: Planted[] = [];
  readonly text: string;
  #count = 0;

  constructor() {
    this.text = JSON.stringify({ log: this.#log() });
  }

  /** A secret of 28 characters, of which none resembles what a redaction writes. */
  #plant(where: string): string {
    const number = String(++this.#count).padStart(3, "0");
    const secret = `Zq${number}/pLaNt+${number}=w8Kx${number}Vt7Rj${number}`;
    this.planted.push({ where, secret });
    return secret;
  }

  #encoded(where: string): string {
    return encodeURIComponent(this.#plant(where));
  }

  #token(where: string): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const signature = Buffer.from(this.#plant(`${where}, signature`)).toString("base64url");
    const subject = this.#plant(`${where}, subject`);
    return `${part({ alg: "RS256" })}.${part({ sub: subject, exp: 1_772_443_800 })}.${signature}`;
  }

  #log(): object {
    return {
      version: "1.2",
      creator: { name: "planted", version: "1" },
      pages: [
        {
          startedDateTime: "2026-03-02T09:30:00.000Z",
          id: "page_1",
          title: `https://www.example.com/?access_token=${this.#encoded("page title")}`,
          pageTimings: {},
        },
      ],
      entries: [this.#entry("refused", 403), this.#entry("served", 200), this.#signed()],
    };
  }

  #entry(name: string, status: number): object {
    const at = (part: string) => `${name}: ${part}`;
    return {
      startedDateTime: "2026-03-02T09:30:00.000Z",
      time: 60,
      comment: `seen with Authorization: Bearer ${this.#plant(at("comment"))}`,
      _initiator: {
        stack: { callFrames: [{ url: `https://www.example.com/app.js?api_key=${this.#encoded(at("stack"))}` }] },
      },
      _custom: { apiKey: this.#plant(at("custom field")), inner: [{ clientSecret: this.#plant(at("inner field")) }] },
      request: this.#request(at),
      response: this.#response(at, status),
      cache: {},
      timings: { send: 0, wait: 60, receive: 0 },
      _webSocketMessages: [
        { type: "send", time: 1, opcode: 1, data: JSON.stringify({ action: "x", token: this.#plant(at("frame")) }) },
        { type: "receive", time: 1, opcode: 2, data: Buffer.from(this.#plant(at("binary frame"))).toString("base64") },
      ],
    };
  }

  #request(at: (part: string) => string): object {
    const echoed = this.#plant(at("Bearer, echoed elsewhere"));
    const host = "a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com";
    const query = `api_key=${this.#encoded(at("query"))}&next=${encodeURIComponent(`https://x.example.com/?token=${this.#encoded(at("URL in query"))}`)}`;
    const user = encodeURIComponent(this.#plant(at("user information")));
    const basic = Buffer.from(`ada:${this.#plant(at("Basic"))}`).toString("base64");
    return {
      method: "POST",
      url: `https://ada:${user}@${host}/prod/orders/${this.#token(at("path"))}?${query}#access_token=${this.#encoded(at("fragment"))}`,
      httpVersion: "h2",
      headers: [
        { name: "Authorization", value: `Bearer ${echoed}` },
        { name: "X-Note", value: `got ${echoed} and ${Buffer.from(echoed).toString("base64")}` },
        { name: "Proxy-Authorization", value: `Basic ${basic}` },
        { name: "Cookie", value: `sid=${this.#plant(at("cookie"))}; theme=${this.#plant(at("second cookie"))}` },
        { name: "X-Api-Key", value: this.#plant(at("API key")) },
        { name: "X-Amz-Security-Token", value: this.#plant(at("session token")) },
        { name: "X-Custom-Token", value: this.#plant(at("custom header")) },
        { name: "X-Id", value: this.#token(at("any header")) },
        { name: "Referer", value: `https://www.example.com/?code=${this.#encoded(at("referer"))}` },
        { name: "X-Forwarded-Uri", value: `/cb?access_token=${this.#encoded(at("URL in header"))}` },
      ],
      cookies: [{ name: "sid", value: this.#plant(at("list of cookies")) }],
      queryString: [{ name: "api_key", value: this.#plant(at("list of parameters")) }],
      postData: {
        mimeType: "application/json",
        text: JSON.stringify({
          password: this.#plant(at("JSON body")),
          nested: { credentials: { value: this.#plant(at("nested JSON")) } },
          inner: JSON.stringify({ refresh_token: this.#plant(at("JSON in JSON")) }),
        }),
        params: [{ name: "client_secret", value: this.#plant(at("form parameter")) }],
      },
      headersSize: -1,
      bodySize: -1,
    };
  }

  #response(at: (part: string) => string, status: number): object {
    const bodies: Readonly<Record<string, () => object>> = {
      403: () => ({
        mimeType: "application/json",
        text: JSON.stringify({ message: "Forbidden", accessToken: this.#plant(at("JSON response")) }),
      }),
      200: () => ({
        mimeType: "text/xml",
        encoding: "base64",
        text: gzipSync(`<r><SecretAccessKey>${this.#plant(at("XML in gzip"))}</SecretAccessKey></r>`).toString(
          "base64",
        ),
      }),
    };
    return {
      status,
      statusText: "",
      httpVersion: "h2",
      headers: [
        { name: "x-amz-apigw-id", value: "JxKqfH1bDoEFRXw=" },
        { name: "x-amzn-requestid", value: "5b6f1f4e-2c1d-4c55-9d0e-3f1a2b4c5d6e" },
        { name: "x-amzn-errortype", value: status === 403 ? "ForbiddenException" : "" },
        { name: "Set-Cookie", value: `sid=${this.#plant(at("set-cookie"))}; Path=/; HttpOnly` },
        { name: "Location", value: `https://x.example.com/#id_token=${this.#encoded(at("location"))}` },
      ],
      cookies: [{ name: "sid", value: this.#plant(at("list of set cookies")) }],
      content: { size: 1, ...bodies[status]?.() },
      redirectURL: `https://x.example.com/#id_token=${this.#encoded(at("redirect"))}`,
      headersSize: -1,
      bodySize: -1,
    };
  }

  /** A signed request whose refusal repeats the canonical request, in base64. */
  #signed(): object {
    const token = this.#plant("signed: session token");
    const signature = Buffer.from(this.#plant("signed: signature")).toString("hex").slice(0, 64);
    const echo = `POST\n/prod/x\n\nhost:x\nx-amz-security-token:${token}\n\nhost;x-amz-security-token\n${"a".repeat(64)}`;
    const message = `The request signature we calculated does not match. The Canonical String for this request should have been\n'${echo}'\n`;
    const scope = "20260302/eu-west-1/execute-api/aws4_request";
    return {
      startedDateTime: "2026-03-02T09:30:02.000Z",
      time: 1,
      request: {
        method: "POST",
        url: `https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/prod/x?X-Amz-Security-Token=${this.#encoded("signed: query")}`,
        httpVersion: "h2",
        headers: [
          {
            name: "authorization",
            value: `AWS4-HMAC-SHA256 Credential=ASIAPLANTEDKEY000001/${scope}, SignedHeaders=host;x-amz-security-token, Signature=${signature}`,
          },
          { name: "x-amz-date", value: "20260302T093002Z" },
          { name: "x-amz-security-token", value: token },
        ],
        cookies: [],
        queryString: [],
        postData: {
          mimeType: "application/x-www-form-urlencoded",
          text: `grant_type=x&client_secret=${this.#encoded("signed: form body")}`,
        },
        headersSize: -1,
        bodySize: -1,
      },
      response: {
        status: 403,
        statusText: "",
        httpVersion: "h2",
        headers: [
          { name: "x-amz-apigw-id", value: "JxKqfH1bDoEFRXw=" },
          { name: "x-amzn-errortype", value: "InvalidSignatureException" },
        ],
        cookies: [],
        content: {
          size: 1,
          mimeType: "application/json",
          encoding: "base64",
          text: Buffer.from(JSON.stringify({ message })).toString("base64"),
        },
        redirectURL: "",
        headersSize: -1,
        bodySize: -1,
      },
      cache: {},
      timings: { send: 0, wait: 1, receive: 0 },
    };
  }
}

/** The ways in which a secret may stand in a text: as it is, in JSON, in a URL, in base64 at any offset, in hex. */
export function writingsOf(secret: string): readonly string[] {
  const shifted = ["", "x", "xx"].map((prefix) => {
    const base64 = Buffer.from(`${prefix}${secret}`).toString("base64").replaceAll("=", "");
    return base64.slice(prefix === "" ? 0 : 4, -4);
  });
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    Buffer.from(secret).toString("hex"),
    ...shifted,
    ...shifted.map((each) => each.replaceAll("+", "-").replaceAll("/", "_")),
  ];
}
