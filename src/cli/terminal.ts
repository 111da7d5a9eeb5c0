import { plainStyle, type Style } from "../reports/style.ts";

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

/** Colours for terminals; plain for other streams, and where `NO_COLOR` is set (https://no-color.org). */
export function styleFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Style {
  const refused = (environment["NO_COLOR"] ?? "") !== "" || environment["TERM"] === "dumb";
  return stream.isTTY === true && !refused ? ansi : plainStyle;
}
