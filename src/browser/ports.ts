import type { ReceivedBody } from "../capture/entry.ts";
/**
 * What the extension needs of a browser. `extension.ts` fulfils it with real extension APIs in DevTools, `plain-tab.ts`
 * in a tab; everything else knows only these.
 */

/** A finished request: `entry` is a plain copy in HAR's shape, not yet checked. */
export interface FinishedRequest {
  readonly entry: unknown;
  /** Fetches the body now. It is gone after the next navigation. Never rejects. */
  body(): Promise<ReceivedBody>;
}

export interface NetworkPort {
  onRequestFinished(listener: (request: FinishedRequest) => void): void;
  onNavigated(listener: (url: string) => void): void;
  /** What DevTools already held when the extension started. */
  getHAR(): Promise<readonly FinishedRequest[]>;
}

export type Theme = "light" | "dark";

export interface PanelsPort {
  /** Adds the DevTools tab; `onShown` gets the panel's window each time it is shown. */
  create(title: string, page: string, onShown: (panelWindow: Window) => void): Promise<void>;
  theme(): Theme;
  onThemeChanged(listener: (theme: Theme) => void): void;
  /** Shows the request in the Network panel; null where the browser has no way to. */
  readonly revealInNetwork: ((filter: string) => void) | null;
}

export interface StoragePort {
  /** The stored value, unchecked; undefined where nothing is stored or storage is refused. */
  get(key: string): Promise<unknown>;
  /** Resolves to false where the browser refused to store. */
  set(key: string, value: unknown): Promise<boolean>;
}

/** A request for the inspected page to make: without cookies, body and redirects. */
export interface PageRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
}

export interface InspectedWindowPort {
  reload(): void;
  /**
   * Lets the inspected page make a request. Resolves to null once the page has begun it, else to a sentence that says why
   * it cannot. What comes back is seen by the network port alone: the page is not asked for it.
   */
  request(request: PageRequest): Promise<string | null>;
}

/** What DevTools of a browser keep from extensions, each as a sentence for the user; null where they do not. */
export interface Limits {
  /** Requests that are held back. */
  readonly filtered: string | null;
  /** Requests that ended just before the page was left, or that had not ended yet. */
  readonly left: string | null;
  /** Requests that a refused preflight stopped. */
  readonly stopped: string | null;
  /** Showing a request in the Network panel. */
  readonly reveal: string | null;
}

export interface Browser {
  /** The `creator` of the HAR files that its DevTools write. */
  readonly harCreator: string;
  readonly limits: Limits;
}

/** The parts that a devtools page has; the panel opened as a plain tab lacks `devtools`. */
export interface Extension {
  readonly browser: Browser;
  readonly storage: StoragePort;
  readonly devtools: DevtoolsPort | null;
}

export interface DevtoolsPort {
  readonly network: NetworkPort;
  readonly panels: PanelsPort;
  readonly inspectedWindow: InspectedWindowPort;
}
