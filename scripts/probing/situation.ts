import type { Account } from "../../testing/gateway/definition.ts";

/** A request that a page makes. */
export interface PageRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A definition with its one mistake, what the page asked of it before, and the request that it refuses for that mistake. */
export interface Situation {
  readonly name: string;
  readonly cause: string;
  readonly account: Account;
  readonly before: readonly PageRequest[];
  readonly refused: PageRequest;
  readonly hasUntrustedCertificate: boolean;
}
