import { bytesOf } from "../../capture/byte-source.ts";
import type { ReportFormat } from "../format.ts";
import { annotatedFile } from "../har/annotated-file.ts";
import { maskOf } from "../har/har-mask.ts";
import { annotatedRecording } from "../har/har-text.ts";

/** The capture itself, each refused entry with its diagnosis. */
export const har: ReportFormat<"har"> = {
  id: "har",
  label: "Annotated HAR",
  purpose: "all requests, each refused one with its diagnosis",
  mediaType: "application/json",
  baseName: "annotated",
  extension: "har",
  covers: "file",
  secrets: "pseudonyms",
  problemsIn: null,
  inPanel: true,
  writer(options) {
    const mask = maskOf(options);
    return {
      begin: () => "",
      add({ original, recorded, explanations }) {
        if (original === null) return annotatedRecording(recorded, explanations, mask);
        const { bytes, attached } = original;
        return annotatedFile(bytesOf(bytes), original, { explanations, mask, attached });
      },
      end: () => "",
    };
  },
};
