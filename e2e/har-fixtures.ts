import type { Entry } from "har-format";

/** HAR files made for the tests, as Chromium's "Export HAR" writes them. */

export interface Made {
  readonly method?: string;
  readonly url: string;
  readonly status: number;
  readonly sends?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const api = "https://f1l2e3d4r5.execute-api.eu-central-1.amazonaws.com";

const restHeaders = {
  date: "Tue, 04 Nov 2025 10:00:01 GMT",
  "content-type": "application/json",
  "x-amzn-requestid": "1b1f2b1e-5a8c-4c2b-9f6e-0d6f2c3b4a51",
  "x-amz-apigw-id": "JxKqfH1bDoEFRXw=",
};

export const works: Made = { url: `${api}/prod/orders`, status: 200, headers: restHeaders, body: "[]" };

export const wrongStage: Made = {
  url: `${api}/api/orders`,
  status: 403,
  headers: { ...restHeaders, "x-amzn-errortype": "ForbiddenException", "content-length": "23" },
  body: '{"message":"Forbidden"}',
};

/** A refusal by API Gateway whose body says which policy. */
export const deniedByPolicy: Made = {
  method: "POST",
  url: `${api}/prod/orders`,
  status: 403,
  headers: { ...restHeaders, "x-amzn-errortype": "AccessDeniedException" },
  body: '{"Message":"User is not authorized to access this resource with an explicit deny"}',
};

const emptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const canonical = [
  "GET",
  "/prod/orders%20new",
  "",
  "host:f1l2e3d4r5.execute-api.eu-central-1.amazonaws.com",
  "x-amz-date:20251104T100000Z",
  "",
  "host;x-amz-date",
  emptyHash,
].join("\n");

/** A signed request whose path arrived encoded otherwise than it was sent. */
export const signedElsewhere: Made = {
  url: `${api}/prod/orders%20new`,
  status: 403,
  sends: {
    "x-amz-date": "20251104T100000Z",
    authorization: `AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20251104/eu-central-1/execute-api/aws4_request, SignedHeaders=host;x-amz-date, Signature=${emptyHash}`,
  },
  headers: { ...restHeaders, "x-amzn-errortype": "InvalidSignatureException" },
  body: JSON.stringify({
    message: `The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'${canonical}'\n`,
  }),
};

/** A refusal whose every text is an attempt on the panel's document. */
export const hostile: Made = {
  url: `${api}/prod/<img src=x onerror=document.title='pwned'>?q=<script>document.title='pwned'</script>`,
  status: 403,
  headers: {
    ...restHeaders,
    "x-amzn-errortype": "<img src=x onerror=document.title='pwned'>",
    "x-evil": "\u202e<b onmouseover=document.title='pwned'>",
  },
  body: '{"message":"<img src=x onerror=document.title=\'pwned\'>"}',
};

/** The text of a HAR file with these entries; `null` stands for an entry that is none. */
export function har(...made: readonly (Made | null)[]): string {
  const log = {
    version: "1.2",
    creator: { name: "WebInspector", version: "537.36" },
    pages: [],
    entries: made.map(entry),
  };
  return JSON.stringify({ log }, null, 2);
}

function entry(made: Made | null, index: number): Entry | null {
  if (made === null) return null;
  const { method = "GET", url, status, sends = {}, headers = {}, body = "" } = made;
  return {
    startedDateTime: new Date(Date.UTC(2025, 10, 4, 10, 0, index)).toISOString(),
    time: 40,
    request: {
      method,
      url,
      httpVersion: "h2",
      headers: Object.entries({ "user-agent": "Mozilla/5.0", ...sends }).map(([name, value]) => ({ name, value })),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: 0,
    },
    response: {
      status,
      statusText: "",
      httpVersion: "h2",
      headers: Object.entries(headers).map(([name, value]) => ({ name, value })),
      cookies: [],
      content: { size: body.length, mimeType: "application/json", text: body },
      redirectURL: "",
      headersSize: -1,
      bodySize: body.length,
    },
    cache: {},
    timings: { send: 1, wait: 38, receive: 1 },
  };
}

/** A file as a file dialog hands it over. */
export function chosen(name: string, text: string) {
  return { name, mimeType: "application/json", buffer: Buffer.from(text) };
}
