/**
 * Says in a sentence why no response came. Shows only the code of the error, since its text may come from a server.
 * @param patience the time waited, in milliseconds
 */
export function failureSentence(error: unknown, hostname: string, patience: number): string {
  const code = codeOf(error);
  const reason = reasons.find(({ codes }) => codes.test(code));
  if (reason === undefined) return `The request to ${hostname} failed${code === "" ? "" : ` (${code})`}.`;
  return reason.says(hostname, code, patience / 1000);
}

interface Reason {
  readonly codes: RegExp;
  says(hostname: string, code: string, seconds: number): string;
}

/** Sentences by error code: of Node.js, of getaddrinfo, and of OpenSSL's verification of certificates. */
const reasons: readonly Reason[] = [
  {
    codes: /^(?:ENOTFOUND|EAI_\w+|ENODATA)$/,
    says: (hostname, code) => `No address was found for ${hostname} (${code}).`,
  },
  {
    codes: /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES)$/,
    says: (hostname, code) => `No connection to ${hostname} could be made (${code}).`,
  },
  {
    codes: /^(?:CERT_\w+|UNABLE_TO_\w+|SELF_SIGNED_\w+|DEPTH_ZERO_\w+|ERR_TLS_CERT_\w+|HOSTNAME_MISMATCH|INVALID_CA)$/,
    says: (hostname, code) => `The certificate of ${hostname} is not one to trust (${code}), so nothing was sent.`,
  },
  {
    codes: /^(?:ECONNRESET|EPIPE)$/,
    says: (hostname, code) =>
      `${hostname} ended the connection without a response (${code}), as a server does that wants a client certificate.`,
  },
  {
    codes: /^(?:ABORT_ERR|ETIMEDOUT)$/,
    says: (hostname, _, seconds) => `No response of ${hostname} came within ${seconds} s.`,
  },
];

function codeOf(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return /^\w{1,60}$/.test(code) ? code : "";
}
