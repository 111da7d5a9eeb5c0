import { limits, sizeOf } from "../src/capture/archives/limits.ts";

/** What can be opened, and where opening ends. */
export const containersSection = `## Files that open

Recognised by content, whatever their names: a HAR file, the same packed with gzip, and a ZIP archive with any number of
them, in folders, in a ZIP within the ZIP, with Playwright's bodies beside them, or as a Playwright trace. brotli opens on
the command line, zstd there since Node 22.15. For everything else it is said what to do: 7z, RAR, tar, xz, bzip2, and
what is encrypted. Whatever an archive holds besides is listed with the reason why it was not read.

What curl and HTTPie print is read as well, from a file, standard input or the clipboard: \`curl -v\`, \`-i\`, \`--trace\`,
\`--trace-ascii\` and \`http\`, one request or many, with prompts, progress meters and other words around them. A command
line above says what was asked where the output does not; what neither shows is not visible. A response whose address is
nowhere is listed as lost.

| limit | value |
| --- | --- |
| unpacked to packed size, above ${sizeOf(limits.ratioFrom)} | ${limits.ratio} : 1 |
| everything that one file unpacks to | ${sizeOf(limits.total)} |
| files looked at in one archive | ${limits.members.toLocaleString("en")} |
| an archive that cannot be read in place (standard input, a ZIP within a ZIP) | ${sizeOf(limits.held)} |
| a body beside a HAR file | ${sizeOf(limits.attached)} |
| layers of packing | ${limits.layers} |

What came before a limit, a cut or damage is read. Names in an archive are labels: they are shown, compared with each
other, and never opened as paths.
`;
