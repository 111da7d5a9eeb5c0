/** What a transcript tells of the connection that a request went through. */
export interface Connection {
  readonly host: string | null;
  readonly port: number | null;
  /** Null if it is not shown, and if it would be a proxy's. */
  readonly address: string | null;
  readonly secure: boolean;
  readonly proxied: boolean;
}

export const noConnection: Connection = { host: null, port: null, address: null, secure: false, proxied: false };

/** The connection after one more thing that curl said about it (curl, lib/connect.c, lib/url.c, lib/vtls). */
export function connectionAfter(connection: Connection, info: string): Connection {
  const [, tried] = /^Trying (\S+):\d+\.\.\.$/.exec(info) ?? [];
  if (tried !== undefined) return { ...noConnection, proxied: connection.proxied, address: plainAddress(tried) };
  const [, host, address, port] = connected.exec(info) ?? [];
  if (host !== undefined) return { ...connection, host, address: plainAddress(address ?? ""), port: Number(port) };
  if (/^(?:SSL connection|TLSv|ALPN|TLS |CAfile|Server certificate)/i.test(info))
    return { ...connection, secure: true };
  return /\bproxy\b|\btunnel\b/i.test(info) ? { ...connection, proxied: true } : connection;
}

/** curl up to 8.11, and since. */
const connected = /^(?:Connected|Established connection) to (\S+) \((\S+?)(?:\)| port (?=\d))(?: port )?(\d+)/;

function plainAddress(address: string): string | null {
  const plain = address.replace(/^\[|\]$/g, "");
  return /^[\da-f.:]+$/i.test(plain) ? plain : null;
}

/** The scheme if no connection is shown: that of every API of Amazon's, and of most of the web. */
export function schemeOf({ port, secure }: Connection): "http" | "https" {
  return secure || port === null || port === 443 ? "https" : "http";
}

/**
 * `https://host:port` of the connection, whose name can be another than the Host header's; null where it was not told
 * (curl writes `(nil)` with `--connect-to`), and where it would be the proxy's.
 */
export function originOf(connection: Connection): string | null {
  const { host, port, proxied } = connection;
  return host === null || host === "(nil)" || proxied ? null : `${schemeOf(connection)}://${host}:${port}`;
}
