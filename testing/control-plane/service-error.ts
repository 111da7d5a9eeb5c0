/** A complaint of the control plane, as the service gives it. */
export class ServiceError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The value, or the service's complaint that there is no such thing. */
export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new ServiceError(404, `Invalid ${what} identifier specified`);
  return value;
}
