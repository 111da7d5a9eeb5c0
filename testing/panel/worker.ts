import { vi } from "vitest";
import type { RemoteWorker } from "../../src/worker/connect.ts";

type Calls = Record<string, (...parameters: never[]) => unknown>;

/** A Worker whose calls resolve to nothing, but for those that a test fulfils. */
export function fakeWorker(calls: Calls = {}): RemoteWorker {
  const known = new Map<string, unknown>(Object.entries(calls));
  const proxy = new Proxy(
    {},
    {
      get: (_, name) => {
        const call = known.get(String(name)) ?? vi.fn(async () => undefined);
        known.set(String(name), call);
        return call;
      },
    },
  );
  return proxy as RemoteWorker;
}
