export type HeaderPair = readonly [name: string, value: string];

/** A complete HTTP response. */
export interface Answer {
  readonly kind: "answer";
  readonly status: number;
  readonly headers: readonly HeaderPair[];
  readonly body: string;
}

/** No response at all: the connection ends, as when a client certificate is required and none came. */
export interface Cut {
  readonly kind: "cut";
}

export type Outcome = Answer | Cut;

/** Build an Response. */
export function answer(status: number, headers: readonly HeaderPair[], body: string): Answer {
  return { kind: "answer", status, headers, body };
}
