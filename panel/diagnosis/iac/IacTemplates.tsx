import { type IacSnippet, iacToolNames, iacTools } from "../../../src/diagnosis/iac.ts";
import { Code } from "../../advice/Code.tsx";
import { FoldSection } from "../../elements/FoldSection.tsx";
import { OneOf } from "../../elements/OneOf.tsx";
import { Sentence } from "../../elements/Sentence.tsx";
import { usePanel } from "../../store/panel-context.ts";
import "../../advice/advice.css";

/** The fix for those who declare their API, in the words of the tool that they choose. */
export function IacTemplates({ declared }: { readonly declared: readonly IacSnippet[] }) {
  const { store } = usePanel();
  if (declared.length === 0) return null;
  return (
    <FoldSection title="Declare it" note="the fix for CloudFormation, CDK, Terraform, Serverless" open={false}>
      <OneOf legend="Declared with" names={iacToolNames} options={iacTools} chosen={store.declaringTool} />
      {declared.map((each) => (
        <div key={each.says}>
          <p class="advice">
            <Sentence text={each.says} />
          </p>
          <Code text={each[store.declaringTool.value]} what="the declaration" />
        </div>
      ))}
    </FoldSection>
  );
}
