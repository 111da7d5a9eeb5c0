import { isRequestLine, isStatusLine, type Part, type Side } from "./part.ts";

/**
 * Parts what `curl --trace` and `curl --trace-ascii` write: a line that says what was sent or received, then its bytes,
 * each line with their offset (curl, src/tool_cb_dbg.c).
 */
export function partsOfTrace(lines: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (const dump of dumpsOf(lines)) addDump(parts, dump);
  return parts;
}

/** True for a line with which a dump begins. */
export function beginsDump(line: string): boolean {
  return announcement.test(line);
}

/** `--trace-time` puts the time before it, `--trace-ids` the numbers of transfer and connection. */
const announcement =
  /^(?:\d\d:\d\d:\d\d\.\d{6} )?(?:\[[\dx-]{1,20}\] )?(?:(== Info): (.*)|(?:=>|<=) (Send|Recv) (header|data|SSL data), (\d+) bytes.*)$/;

interface Dump {
  readonly info: string | null;
  readonly of: Side;
  readonly what: string;
  readonly bytes: number;
  readonly rows: Row[];
}

interface Row {
  readonly offset: number;
  readonly shown: string;
}

function dumpsOf(lines: readonly string[]): readonly Dump[] {
  const dumps: Dump[] = [];
  for (const line of lines) {
    const dump = dumpBegunBy(line);
    if (dump === null) addRow(dumps.at(-1), line);
    else dumps.push(dump);
  }
  return dumps;
}

function dumpBegunBy(line: string): Dump | null {
  const [begun, info, text = "", direction, what = "", bytes] = announcement.exec(unglued(line)) ?? [];
  if (begun === undefined) return null;
  const of = direction === "Send" ? "request" : "response";
  return { info: info === undefined ? null : text.trim(), of, what, bytes: Number(bytes), rows: [] };
}

/** Where the trace goes to the same place as the body, a body without an end of line stands before what follows. */
function unglued(line: string): string {
  return line.slice(Math.max(0, line.search(/(?:\d\d:\d\d:\d\d\.\d{6} )?== Info: Connection #/)));
}

function addRow(dump: Dump | undefined, line: string): void {
  const [, offset, shown] = /^([\da-f]{4,8}): (.*)$/.exec(line) ?? [];
  if (dump === undefined || offset === undefined || shown === undefined) return;
  dump.rows.push({ offset: Number.parseInt(offset, 16), shown });
}

/** curl dumps a response's head line by line, and a body as it arrives; what it says may stand in between. */
function addDump(parts: Part[], { info, of, what, bytes, rows }: Dump): void {
  if (info !== null) parts.push({ is: "info", text: info });
  if (info !== null || what === "SSL data" || rows.length === 0) return;
  const text = rows.every(isHexRow) ? textOfHex(rows) : textOfRows(rows, bytes);
  const at = parts.findLastIndex((part) => part.is === "message" && part.of === of);
  const message = parts[at];
  const lines = text.split("\r\n").filter((line) => line !== "");
  if (what === "header" && beginsMessage(lines[0])) parts.push({ is: "message", of, head: lines, body: "" });
  else if (message?.is !== "message") return;
  else if (what === "header") parts[at] = { ...message, head: [...message.head, ...lines] };
  else parts[at] = { ...message, body: message.body + text };
}

function beginsMessage(line = ""): boolean {
  return isRequestLine(line) || isStatusLine(line);
}

/** Sixteen bytes in hexadecimal, in a column of 48, and the same as characters. */
const hexRow = /^((?:[\da-f]{2} ){1,16}) *.{1,16}$/;

function isHexRow({ shown }: Row): boolean {
  return hexRow.test(shown) && shown.length > 48;
}

function textOfHex(rows: readonly Row[]): string {
  const bytes = rows.flatMap(({ shown }) => shown.slice(0, 48).trim().split(" "));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16)));
}

/** A row ends after 64 characters, or before the end of a line, whose two bytes are not shown. */
function textOfRows(rows: readonly Row[], bytes: number): string {
  return rows
    .map(({ offset, shown }, at) => {
      const next = rows[at + 1]?.offset ?? bytes;
      return next - offset > shown.length ? `${shown}\r\n` : shown;
    })
    .join("");
}
