/** Styles text for the place that shows it. */
export interface Style {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  cyan(text: string): string;
}

const unchanged = (text: string): string => text;

/** Leaves text as it is: for pipes, files and the panel. */
export const plainStyle: Style = {
  bold: unchanged,
  dim: unchanged,
  red: unchanged,
  yellow: unchanged,
  green: unchanged,
  cyan: unchanged,
};
