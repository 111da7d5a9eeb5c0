/** What a call to the Worker rejects with when the Worker ends before it responds. */
export class WorkerEndedError extends Error {
  constructor() {
    super("The extension's Worker ended.");
    this.name = "WorkerEndedError";
  }
}

/** Drops that the Worker ended, which the panel shows by itself; every other error stays an unhandled one. */
export function unlessEnded(call: Promise<unknown>): void {
  call.catch((error: unknown) => {
    if (!(error instanceof WorkerEndedError)) throw error;
  });
}

type Call = (...parameters: unknown[]) => Promise<unknown>;

/**
 * The same API, whose calls reject with `WorkerEndedError` once the Worker has ended. Nobody replies to such a call: a port
 * whose other side is gone stays silent.
 * @param ended resolves when the Worker has ended, for any reason
 */
export function rejectAtEnd<Api extends object>(api: Api, ended: Promise<void>): Api {
  const pending = new Set<(error: Error) => void>();
  let isEnded = false;
  void ended.then(() => {
    isEnded = true;
    for (const reject of pending) reject(new WorkerEndedError());
  });
  const guarded = (call: Call): Call => {
    return (...parameters) =>
      new Promise((resolve, reject) => {
        if (isEnded) return reject(new WorkerEndedError());
        pending.add(reject);
        call(...parameters)
          .then(resolve, reject)
          .finally(() => pending.delete(reject));
      });
  };
  return new Proxy(api, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" && name !== "then" ? guarded(member as Call) : member;
    },
  });
}
