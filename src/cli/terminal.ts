/** Marks up text for the place that it is printed to. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
}

const introducer = "\u001b[";

/** Select Graphic Rendition codes of ECMA-48 section 8.3.117. */
const ansi: Style = {
  bold: (text) => `${introducer}1m${text}${introducer}22m`,
  dim: (text) => `${introducer}2m${text}${introducer}22m`,
  red: (text) => `${introducer}31m${text}${introducer}39m`,
  yellow: (text) => `${introducer}33m${text}${introducer}39m`,
  green: (text) => `${introducer}32m${text}${introducer}39m`,
  cyan: (text) => `${introducer}36m${text}${introducer}39m`,
};

const same = (text: string): string => text;

/** No colours: for pipes, files and those who asked for none. */
export const plain: Style = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };

/** Colours on a terminal only, and not where `NO_COLOR` is set to anything (https://no-color.org). */
export function styleFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Style {
  const refused = (environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb";
  return stream.isTTY === true && !refused ? ansi : plain;
}
