/** What the user decided, as it is stored. */
export interface Settings {
  /** Host names that are API Gateway's custom domains; `*` stands for one label or more. */
  readonly apiHosts: readonly string[];
  readonly keepAfterNavigation: boolean;
  /** Whether everything that was opened or watched is one session, so that each part is evidence for the others. */
  readonly filesTogether: boolean;
  /** Whether the panel shows requests without their credentials. */
  readonly maskCredentials: boolean;
}

export const defaultSettings: Settings = {
  apiHosts: [],
  keepAfterNavigation: true,
  filesTogether: true,
  maskCredentials: true,
};

/** The storage key of the settings. */
export const settingsKey = "settings";

/**
 * Settings as far as `stored` holds any; what has another form than expected is replaced by the default. Credentials
 * are masked again each time DevTools are opened, since whoever showed them once shares a screen another day.
 */
export function settingsFrom(stored: unknown): Settings {
  if (typeof stored !== "object" || stored === null) return defaultSettings;
  const { apiHosts, keepAfterNavigation, filesTogether } = stored as Partial<Record<keyof Settings, unknown>>;
  return {
    apiHosts: Array.isArray(apiHosts) ? cleanHosts(apiHosts.filter((each) => typeof each === "string")) : [],
    keepAfterNavigation: typeof keepAfterNavigation === "boolean" ? keepAfterNavigation : true,
    filesTogether: typeof filesTogether === "boolean" ? filesTogether : true,
    maskCredentials: true,
  };
}

/** The host names of a text with one a line. An address is accepted in place of its host name. */
export function hostsFromText(text: string): readonly string[] {
  return cleanHosts(text.split(/[\s,]+/));
}

/** The entries that cannot be host names, as the user typed them. */
export function invalidHosts(hosts: readonly string[]): readonly string[] {
  return hosts.filter((host) => !hostForm.test(host));
}

const hostForm =
  /^(?:[\p{L}\p{N}_*](?:[\p{L}\p{N}_*-]*[\p{L}\p{N}_*])?\.)*[\p{L}\p{N}_*](?:[\p{L}\p{N}_*-]*[\p{L}\p{N}_*])?$/u;

function cleanHosts(hosts: readonly string[]): readonly string[] {
  const names = hosts.map(hostname).filter((host) => host !== "");
  return [...new Set(names)];
}

function hostname(text: string): string {
  const withoutScheme = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "");
  const [name = ""] = withoutScheme.split(/[/?#:]/, 1);
  return name.replace(/\.$/, "");
}
