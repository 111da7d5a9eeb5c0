import { once } from "node:events";
import { createWriteStream, existsSync, realpathSync, statSync } from "node:fs";
import { finished } from "node:stream/promises";
import { UsageError } from "./arguments.ts";

/** Where output goes. */
export interface Sink {
  /** Resolves when more may be written. */
  write(content: string | Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** Writes to the standard output. Ends the program quietly where the reader stops early, as `head` does. */
export function standardOutput(): Sink {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  return { write: (content) => written(process.stdout, content), end: async () => {} };
}

/**
 * Writes to a file, over its old content. Throws `UsageError` where the file is one of the inputs.
 * @param inputs the files that are read meanwhile
 */
export function fileSink(path: string, inputs: readonly string[]): Sink {
  if (isAmong(path, inputs)) throw new UsageError(`${path} is one of the files to be read, and would be lost.`);
  const stream = createWriteStream(path);
  const end = finished(stream);
  end.catch(() => {});
  return {
    write: (content) => Promise.race([written(stream, content), end]),
    end: () => {
      stream.end();
      return end;
    },
  };
}

function isAmong(path: string, inputs: readonly string[]): boolean {
  if (!existsSync(path)) return false;
  const real = realpathSync(path);
  return inputs.some((input) => existsSync(input) && realpathSync(input) === real);
}

/** True for a path that ends in a separator, and for a folder that exists. */
export function isFolder(path: string): boolean {
  return /[/\\]$/.test(path) || (existsSync(path) && statSync(path).isDirectory());
}

async function written(stream: NodeJS.WritableStream, content: string | Uint8Array): Promise<void> {
  if (content.length > 0 && !stream.write(content)) await once(stream, "drain");
}
