import { type ColumnWidths, columns, leastWidth } from "./columns.ts";
import { type Scope, scopes } from "./entries.ts";

/** How the list was shown the last time, as it is stored. */
export interface StoredView {
  readonly filter: string;
  readonly scope: Scope;
  readonly grouped: boolean;
  readonly columnWidths: ColumnWidths;
}

/** The storage key of the view. */
export const storedViewKey = "view";

/** The view as far as `stored` holds any; what has another form than expected is replaced by the default. */
export function storedViewFrom(stored: unknown): StoredView {
  const { filter, scope, grouped, columnWidths } = fieldsOf(stored);
  return {
    filter: typeof filter === "string" ? filter : "",
    scope: scopes.find((each) => each === scope) ?? "refused",
    grouped: typeof grouped === "boolean" ? grouped : true,
    columnWidths: widthsFrom(fieldsOf(columnWidths)),
  };
}

function widthsFrom(stored: Readonly<Record<string, unknown>>): ColumnWidths {
  const widths = columns.map(({ id }) => [id, stored[id]] as const);
  return Object.fromEntries(widths.filter(([, width]) => typeof width === "number" && width >= leastWidth));
}

function fieldsOf(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === "object" && stored !== null ? { ...stored } : {};
}
