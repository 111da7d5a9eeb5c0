import { isRequestLine, isStatusLine, type Message, type Part, type Side } from "./part.ts";

/**
 * Parts what `curl -v`, `curl -i` and HTTPie print. curl marks what it says with `*`, what it sends with `>` and what it
 * gets with `<`; unmarked lines are bodies, and with `curl -i` and HTTPie whole messages.
 */
export function partsOfPrinted(lines: readonly string[]): readonly Part[] {
  const printed = new Printed();
  for (const line of lines) for (const part of unglued(line)) printed.read(part);
  return printed.end();
}

interface Shown {
  readonly is: "shown";
  readonly of: Side;
  /** curl marked it, so that unmarked lines do not belong to its head. */
  readonly marked: boolean;
  readonly head: string[];
  readonly body: string[];
  headEnded: boolean;
}

class Printed {
  readonly #parts: (Exclude<Part, Message> | Shown)[] = [];
  /** The message that lines belong to. */
  #open: Shown | null = null;
  #command: string | null = null;

  read(line: string): void {
    const told = tellings.find(({ looks }) => looks.test(line));
    if (this.#command !== null || this.#isCommand(line)) this.#readCommand(line);
    else if (told !== undefined) this.#parts.push(...told.parts(line));
    else if (line.startsWith("> ") || line === ">") this.#readMarked("request", line.slice(2));
    else if (line.startsWith("< ") || line === "<") this.#readMarked("response", line.slice(2));
    else this.#readUnmarked(line);
  }

  end(): readonly Part[] {
    return this.#parts.map((part) => (part.is === "shown" ? messageOf(part) : part));
  }

  /** A line of a body is taken for a command only behind a shell's prompt. */
  #isCommand(line: string): boolean {
    return behindPrompt.test(line) || (this.#open === null && commandAlone.test(line));
  }

  #readCommand(line: string): void {
    this.#open = null;
    const soFar = `${this.#command ?? ""}${line}`;
    const goesOn = /[\\^`]$/.test(soFar);
    this.#command = goesOn ? `${soFar.slice(0, -1)} ` : null;
    if (!goesOn) this.#parts.push({ is: "command", line: soFar.replace(prompt, "") });
  }

  #readMarked(of: Side, line: string): void {
    if (begins(of, line)) this.#begin(of, line, true);
    else if (this.#open?.of === of) this.#readHead(this.#open, line);
  }

  #readUnmarked(line: string): void {
    const open = this.#open;
    if (open?.marked === true && !open.headEnded) return;
    if (isStatusLine(line)) this.#begin("response", line, false);
    else if (isRequestLine(line)) this.#begin("request", line, false);
    else if (open?.headEnded === false) this.#readHead(open, line);
    else if (open?.marked === false || open?.of === "response") open.body.push(line);
  }

  #readHead(open: Shown, line: string): void {
    if (line === "") open.headEnded = true;
    else open.head.push(line);
  }

  #begin(of: Side, line: string, marked: boolean): void {
    this.#open = { is: "shown", of, marked, head: [line], body: [], headEnded: false };
    this.#parts.push(this.#open);
  }
}

function messageOf({ of, head, body }: Shown): Message {
  return { is: "message", of, head, body: body.join("\n").trimEnd() };
}

function begins(of: Side, line: string): boolean {
  return of === "request" ? isRequestLine(line) : isStatusLine(line);
}

const prompt = /^[^$#%>]{0,80}[$#%>] /;
const behindPrompt = /^[^$#%>]{0,80}[$#%>] (?:curl|http|https)(?:\.exe)? /;
const commandAlone = /^(?:curl|http|https)(?:\.exe)? (?=.)/;

/** Lines that are no part of a message. */
const tellings: readonly { readonly looks: RegExp; parts(line: string): readonly Exclude<Part, Message>[] }[] = [
  { looks: /^\* /, parts: (line) => [{ is: "info", text: line.slice(2).trim() }] },
  { looks: /^curl: \(\d+\) /, parts: (line) => [{ is: "error", text: line }] },
  { looks: /^https?: error: /, parts: (line) => [{ is: "error", text: line }] },
  { looks: /^[{}] \[\d+ bytes data\]$/, parts: () => [] },
  { looks: /^ *% Total +% Received|^ *Dload +Upload/, parts: () => [] },
];

/** A line of curl's progress meter, which is overwritten on a terminal and in a file stands before what follows. */
const progress = /^ *(?:[\d.]+[kMGTP]? +){6,8}[-\d:]{7,8} +[-\d:]{7,8} +[-\d:]{7,8} +[\d.]+[kMGTP]?/;

/** A body's last line may go on with what curl says next, or, where it ends as it began, with the shell's prompt. */
const closing = /\* (?:Connection #\d+ to host \S{1,255} left intact|Closing connection(?: #?\d+)?)$/;
const beginsBody = /^[{[<]/;
const promptBehindBody = /(?<=[}\]>])\S{0,80}[$#%>] (?:curl|https?)(?:\.exe)? /;

function unglued(line: string): readonly string[] {
  const rest = line.replace(progress, "");
  if (rest === "" && line !== "") return [];
  const at = Math.max(rest.search(closing), beginsBody.test(rest) ? rest.search(promptBehindBody) : -1);
  return at > 0 ? [rest.slice(0, at), rest.slice(at)] : [rest];
}
