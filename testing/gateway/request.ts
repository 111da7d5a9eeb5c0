/** A header list as it arrived: repeated names stay repeated, look-up ignores case. */
export class HeaderList {
  readonly pairs: readonly (readonly [string, string])[];

  constructor(pairs: readonly (readonly [string, string])[]) {
    this.pairs = pairs;
  }

  /** Every value of a header, in the order received. */
  all(name: string): string[] {
    const wanted = name.toLowerCase();
    return this.pairs.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
  }

  /** The first value of a header, or undefined where the header was not sent. */
  get(name: string): string | undefined {
    return this.all(name)[0];
  }

  /** The same headers with one name set to one value. */
  with(name: string, value: string): HeaderList {
    const others = this.pairs.filter(([key]) => key.toLowerCase() !== name.toLowerCase());
    return new HeaderList([...others, [name, value]]);
  }
}

/** What the TLS handshake said about the client. "not-asked": the name asks for no client certificate. */
export type ClientCertificate = "not-asked" | "none" | "untrusted" | "trusted";

/** One HTTP request, as the gateway's front end sees it. */
export interface GatewayRequest {
  readonly method: string;
  /** Host or :authority, lower case, without port. */
  readonly host: string;
  /** The path as it was on the wire: percent-encoding untouched, no query. */
  readonly path: string;
  /** The query as it was on the wire, without the question mark. */
  readonly query: string;
  readonly headers: HeaderList;
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly clientCertificate: ClientCertificate;
  /** True for a WebSocket handshake. */
  readonly upgrade: boolean;
  readonly receivedAt: Date;
}

/** The first value of a query parameter, decoded. */
export function queryParameter(request: GatewayRequest, name: string): string | undefined {
  return new URLSearchParams(request.query).get(name) ?? undefined;
}
