import type { NameValue } from "../entry.ts";

/** The request that a command line of curl or HTTPie asks for, as far as the line says it. */
export interface CommandLine {
  readonly method: string;
  /** Null where no complete address could be made out. */
  readonly url: string | null;
  readonly headers: readonly NameValue[];
}

/** Reads a command line. Options that say nothing about the request are skipped. */
export function readCommandLine(line: string): CommandLine {
  const [program = "", ...words] = wordsOf(line);
  return /^https?(?:\.exe)?$/.test(program) ? ofHttpie(program, words) : ofCurl(words);
}

/** A shell's words: quotes of both kinds, `$'…'`, and a backslash before a character. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\$?'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+/g) ?? [];
  return words.map((word) => word.replace(piece, unquoted));
}

const piece = /\$?'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g;

function unquoted(_: string, single?: string, double?: string, escaped?: string): string {
  return single ?? double?.replace(/\\(["\\$`])/g, "$1") ?? escaped ?? "";
}

const complete = /^https?:\/\//i;

function ofCurl(words: readonly string[]): CommandLine {
  const headers = words.flatMap((word, at) =>
    isHeaderOption(words[at - 1]) ? headersIn(word, /^([^:\s]+):\s?(.*)$/) : [],
  );
  return { method: curlMethod(words), url: words.find((word) => complete.test(word)) ?? null, headers };
}

/** Options of one letter may stand together, and the last of them before its value: `-siXPOST`. */
function curlMethod(words: readonly string[]): string {
  const has = (option: RegExp): boolean => words.some((word) => option.test(word));
  const asked = words.findIndex((word) => /^(?:-[A-Za-z]*X|--request)$/.test(word));
  const named = asked < 0 ? joinedMethod(words) : words[asked + 1];
  if (named !== undefined) return named;
  if (has(/^(?:-[A-Za-z]*I|--head)$/)) return "HEAD";
  const sends = has(/^(?:-[A-Za-z]*[dF]|--data(?:-[a-z]+)?|--json|--form)$/) && !has(/^(?:-[A-Za-z]*G|--get)$/);
  return sends ? "POST" : "GET";
}

function joinedMethod(words: readonly string[]): string | undefined {
  return words.map((word) => /^-[A-WYZa-z]*X([A-Z]+)$/.exec(word)?.[1]).find((method) => method !== undefined);
}

function isHeaderOption(word: string | undefined): boolean {
  return word !== undefined && /^(?:-[A-Za-z]*H|--header)$/.test(word);
}

/** HTTPie's items: `Name:value` is a header, what has `=` is content; an address needs no scheme. */
function ofHttpie(program: string, words: readonly string[]): CommandLine {
  const plain = words.filter((word) => !word.startsWith("-"));
  const named = /^[A-Z]+$/.test(plain[0] ?? "") ? plain[0] : undefined;
  const [address, ...items] = named === undefined ? plain : plain.slice(1);
  const sends = items.some((item) => /^[^:=]+:?=/.test(item));
  const headers = items.flatMap((item) => headersIn(item, /^([^:=\s]+):(?!=)(.*)$/));
  return { method: named ?? (sends ? "POST" : "GET"), url: withScheme(program, address), headers };
}

function withScheme(program: string, address: string | undefined): string | null {
  if (address === undefined) return null;
  if (complete.test(address)) return address;
  return `${program.startsWith("https") ? "https" : "http"}://${address.startsWith(":") ? "localhost" : ""}${address}`;
}

function headersIn(text: string, form: RegExp): readonly NameValue[] {
  const [, name, value] = form.exec(text) ?? [];
  return name === undefined || value === undefined ? [] : [{ name, value }];
}
