import type { Plugin } from "vite";

/** A piece of a dependency that the extension never reaches and a store's reviewer would ask about. */
interface Piece {
  /** The end of the file's path. */
  readonly file: string;
  /** The piece as the file has it, once. */
  readonly text: string;
  /** What stands there instead. */
  readonly instead: string;
}

const pieces: readonly Piece[] = [
  {
    // `dangerouslySetInnerHTML`, which the linter forbids: the panel shows text alone.
    file: "/preact/dist/preact.mjs",
    text: "(t.innerHTML=h.__html)",
    instead: '(()=>{throw Error("no markup")})()',
  },
  {
    // Other ways to unpack, loaded from an address: unpacking is the platform's.
    file: "/@zip.js/zip.js/lib/core/codec-registry.js",
    text: "await import(/* webpackIgnore: true */ /* @vite-ignore */ codecURI)",
    instead: "{}",
  },
];

/**
 * Leaves out of the build what writes markup and what loads code from an address. The build fails where a dependency has
 * such a piece no longer as it was, so that an update is looked at.
 */
export function leaveOut(): Plugin {
  return {
    name: "leave-out",
    transform(code, id) {
      const piece = pieces.find(({ file }) => id.endsWith(file));
      if (piece === undefined) return;
      const parts = code.split(piece.text);
      if (parts.length !== 2) this.error(`${id} does not have ${JSON.stringify(piece.text)} once`);
      return { code: parts.join(piece.instead), map: null };
    },
  };
}
