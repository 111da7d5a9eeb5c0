import { type IacSnippet, iacToolNames, iacTools } from "../../rules/iac/template.ts";
import { Code } from "./Code.tsx";
import { FoldSection } from "./FoldSection.tsx";
import { OneOf } from "./OneOf.tsx";
import { usePanel } from "./panel-context.ts";
import { Sentence } from "./Sentence.tsx";

/** The fix for those who declare their API, in the words of the tool that they choose. */
export function Declared({ declared }: { readonly declared: readonly IacSnippet[] }) {
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
