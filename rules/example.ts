/**
 * A small handwritten exchange, for the examples beside each rule. A field that is left out has the value of an
 * ordinary DevTools capture.
 */
export interface ExampleExchange {
  readonly method?: string;
  readonly url: string;
  /** Request headers. */
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  /** Bytes of the request body, for an example that does not need its text. */
  readonly bodySize?: number;
  /** 0 if there is no response. */
  readonly status: number;
  /** Response headers. */
  readonly responseHeaders?: Readonly<Record<string, string>>;
  /** The response's body; left out if the capture has none. */
  readonly responseBody?: string;
  readonly error?: string;
  readonly address?: string;
  /** Seconds after the start of the example. By default entries follow each other by a second. */
  readonly at?: number;
  /** Milliseconds to the first byte. */
  readonly ttfb?: number;
  readonly resourceType?: string;
  readonly frames?: readonly { readonly type: "send" | "receive"; readonly data: string }[];
}

export interface Example {
  /** Says what the example shows, as a phrase. */
  readonly title: string;
  readonly exchanges: readonly ExampleExchange[];
  /** Index of the exchange to diagnose; by default the last one. */
  readonly diagnose?: number;
  /** For an example that must not say the rule's cause: the cause that it says instead, if that is sure. */
  readonly insteadCause?: string;
}

/** Examples that must name the rule's cause first, and examples that must not. Each runs against all rules. */
export interface Examples {
  readonly mustSay: readonly Example[];
  readonly mustNotSay: readonly Example[];
  /** Why no command confirms or fixes the cause; left out if one does. */
  readonly withoutCommand?: { readonly confirm?: string; readonly fix?: string };
}
