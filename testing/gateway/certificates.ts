import { generate } from "selfsigned";

/** A certificate and its key, both PEM. */
export interface KeyPair {
  readonly certificate: string;
  readonly key: string;
}

const elliptic = { keyType: "ec", curve: "P-256", algorithm: "sha256" } as const;

/** A certificate authority of its own. */
export async function createAuthority(commonName: string): Promise<KeyPair> {
  const made = await generate([{ name: "commonName", value: commonName }], {
    ...elliptic,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { certificate: made.cert, key: made.private };
}

/** A server's certificate for one name. */
export function issueForServer(authority: KeyPair, name: string): Promise<KeyPair> {
  return issue(authority, name, { name: "extKeyUsage", serverAuth: true });
}

/** A client's certificate. */
export function issueForClient(authority: KeyPair, name: string): Promise<KeyPair> {
  return issue(authority, name, { name: "extKeyUsage", clientAuth: true });
}

async function issue(
  authority: KeyPair,
  name: string,
  usage: { name: "extKeyUsage"; serverAuth?: boolean; clientAuth?: boolean },
): Promise<KeyPair> {
  const made = await generate([{ name: "commonName", value: name }], {
    ...elliptic,
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      usage,
      { name: "subjectAltName", altNames: [{ type: 2, value: name }] },
    ],
    ca: { cert: authority.certificate, key: authority.key },
  });
  return { certificate: made.cert, key: made.private };
}
