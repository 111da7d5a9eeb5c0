import { flag, initialValues, readValues, setting, type ValuesOf } from "./setting.ts";

/**
 * What the user decides about diagnosing and showing. Credentials are hidden again each time DevTools are opened, since
 * whoever showed them once shares a screen another day.
 */
export const settingDeclarations = {
  /** Host names that are API Gateway's custom domains; `*` stands for one label or more. */
  apiHosts: setting<readonly string[]>({
    label: "My API hosts",
    initial: [],
    read: (stored) => (Array.isArray(stored) ? cleanHosts(stored.filter((each) => typeof each === "string")) : null),
  }),
  keepAfterNavigation: flag("Keep requests after the page navigates", true),
  /** Whether everything that was opened or watched is one session, so that each part is evidence for the others. */
  filesTogether: flag("Take all files, and the page, for one session: what one shows is evidence for the others", true),
  /** Whether the panel shows requests without their credentials. */
  maskCredentials: setting<boolean>({
    label:
      "Hide credentials: tokens, keys, cookies and signatures show as `[redacted 1a2b3c4d]`; equal ones have the same eight characters. Off, headers and bodies of the chosen request show them until DevTools are closed; everything else hides them always.",
    initial: true,
    read: () => true,
  }),
};

export type Settings = ValuesOf<typeof settingDeclarations>;

export const defaultSettings: Settings = initialValues(settingDeclarations);

/** The storage key of the settings. */
export const settingsKey = "settings";

/** Settings as far as `stored` holds any; what has another form than expected is replaced by the default. */
export function settingsFrom(stored: unknown): Settings {
  return readValues(settingDeclarations, stored);
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
