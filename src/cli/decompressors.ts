import { Duplex } from "node:stream";
import * as zlib from "node:zlib";
import type { Decompressor, Decompressors } from "../capture/archives/decompress.ts";

/** Node has zstd since 22.15; the types of Node 20 lack it. */
const { createZstdDecompress } = zlib as { readonly createZstdDecompress?: () => Duplex };

/** Decompressors of Node for formats that `DecompressionStream` lacks. */
export const nodeDecompressors: Decompressors = {
  brotli: () => web(zlib.createBrotliDecompress()),
  ...(createZstdDecompress === undefined ? {} : { zstd: () => web(createZstdDecompress()) }),
};

function web(duplex: Duplex): Decompressor {
  return Duplex.toWeb(duplex) as Decompressor;
}
