import { iacToolNames, iacTools } from "../../../src/diagnosis/iac.ts";
import { CodeBlock } from "../../advice/CodeBlock.tsx";
import { OneOf } from "../../elements/OneOf.tsx";
import { Sentence } from "../../elements/Sentence.tsx";
import { usePanel } from "../../store/panel-context.ts";
import { viewSettings } from "../../store/view-settings.ts";
import type { DiagnosisSection } from "../section.ts";
import "../../advice/advice.css";

/** The fix for those who declare their API, in the words of the tool that they choose. */
export const iac: DiagnosisSection = {
  id: "iac",
  title: "Declare it",
  note: () => "the fix for CloudFormation, CDK, Terraform, Serverless",
  opens: () => false,
  applies: ({ explanation: { diagnosis } }) => diagnosis.declared.length > 0,
  View: ({ details: { explanation } }) => {
    const { store } = usePanel();
    return (
      <>
        <OneOf
          legend={viewSettings.declaringTool.label}
          names={iacToolNames}
          options={iacTools}
          chosen={store.declaringTool}
        />
        {explanation.diagnosis.declared.map((each) => (
          <div key={each.says}>
            <p class="advice">
              <Sentence text={each.says} />
            </p>
            <CodeBlock text={each[store.declaringTool.value]} what="the declaration" />
          </div>
        ))}
      </>
    );
  },
};
