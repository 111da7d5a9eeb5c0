import type { CanonicalLine } from "../../../src/signature/canonical-lines.ts";
import type { SignatureView } from "../../../src/worker/protocol.ts";
import { lineText } from "../../elements/display-text.ts";
import { FactList } from "../../elements/FactList.tsx";
import { Icon } from "../../elements/Icon.tsx";
import { Sentence } from "../../elements/Sentence.tsx";
import { counted } from "../../elements/wording.ts";
import type { DiagnosisSection } from "../section.ts";
import "../../advice/advice.css";
import "./signature.css";
import "../../elements/text.css";

/** The lines that a signature covers: as captured, beside those that API Gateway computed. */
export const signature: DiagnosisSection = {
  id: "signature",
  title: "Signature",
  note: (details) => (details.signature?.isEchoed ? "beside what API Gateway computed" : "what it covers"),
  opens: (details) => details.signature?.isEchoed ?? false,
  applies: (details) => details.signature !== null,
  View: ({ details }) => details.signature && <SignatureDetails signature={details.signature} />,
};

function SignatureDetails({ signature }: { readonly signature: SignatureView }) {
  const { facts, lines, says, isEchoed } = signature;
  const differing = lines.filter(({ differs }) => differs).length;
  const shown = lines.filter(({ ours, theirs }) => ours !== null || theirs !== null);
  return (
    <>
      <p class={differing > 0 ? "text-alarm" : "advice"}>
        <Sentence text={says} />
      </p>
      <FactList facts={facts} />
      {shown.length > 0 && (
        <table class={`signature-lines ${isEchoed ? "" : "signature-alone"}`}>
          <caption class="page-offscreen">
            Canonical request; {counted(differing, "line differs", "lines differ")}
          </caption>
          <thead>
            <tr>
              <th scope="col">Signed part</th>
              <th scope="col">As captured</th>
              {isEchoed && <th scope="col">As API Gateway computed it</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <SignedLine key={line.name} line={line} isEchoed={isEchoed} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function SignedLine({ line, isEchoed }: { readonly line: CanonicalLine; readonly isEchoed: boolean }) {
  const { name, ours, theirs, differs } = line;
  return (
    <tr class={`${differs ? "signature-differs" : ""} ${ours === theirs ? "signature-same" : ""}`}>
      <th scope="row">
        {differs && <Icon name="warning" />}
        {lineText(name, 200)}
        {differs && <span class="page-offscreen"> differs</span>}
      </th>
      <td data-side="captured">
        <SideText text={ours} />
      </td>
      {isEchoed && (
        <td data-side="computed">
          <SideText text={theirs} />
        </td>
      )}
    </tr>
  );
}

function SideText({ text }: { readonly text: string | null }) {
  if (text === null) return <span class="signature-missing">not there</span>;
  if (text === "") return <span class="signature-missing">empty</span>;
  return <span>{lineText(text)}</span>;
}
