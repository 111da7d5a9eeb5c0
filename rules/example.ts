/**
 * A small exchange written by hand, for the examples beside each rule. What is left out is what an ordinary
 * capture of DevTools would show.
 */
export interface ExampleExchange {
  readonly method?: string;
  readonly url: string;
  /** Request headers. */
  readonly requestHeaders?: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  /** Bytes of the request body where its text does not matter. */
  readonly bodySize?: number;
  /** 0 where there is no response. */
  readonly status: number;
  /** Response headers. */
  readonly responseHeaders?: Readonly<Record<string, string>>;
  /** The response's body; left out where the capture has none. */
  readonly responseBody?: string;
  readonly error?: string;
  readonly address?: string;
  /** Seconds after the start of the example; entries follow each other a second apart otherwise. */
  readonly at?: number;
  /** Milliseconds to the first byte. */
  readonly ttfb?: number;
  readonly resourceType?: string;
  readonly frames?: readonly { readonly type: "send" | "receive"; readonly data: string }[];
}

export interface Example {
  /** What the example shows, as a phrase. */
  readonly title: string;
  readonly exchanges: readonly ExampleExchange[];
  /** Index of the exchange whose cause is asked for; the last one where it is left out. */
  readonly diagnose?: number;
  /** For an example that must not say the rule's cause: what it says instead, where that is sure. */
  readonly insteadCause?: string;
}

/** What a rule must name first, and what it must not; each runs against all rules. */
export interface Examples {
  readonly mustSay: readonly Example[];
  readonly mustNotSay: readonly Example[];
  /** Why no command confirms or fixes the cause; left out where one does. */
  readonly withoutCommand?: { readonly confirm?: string; readonly fix?: string };
}
