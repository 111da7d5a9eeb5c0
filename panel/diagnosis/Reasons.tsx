import type { Details } from "../../src/worker/protocol.ts";
import { Section } from "../elements/Section.tsx";
import { HowFar } from "./how-far/HowFar.tsx";
import { EvidenceList } from "./reasons/EvidenceList.tsx";
import { Rivals } from "./rivals/Rivals.tsx";

/** Why the cause is thought to be the one: how far the request got, what speaks for and against, and what else fits. */
export function Reasons({ details }: { readonly details: Details }) {
  const { explanation, finding, exchange } = details;
  const { progress, rivals, unexplained } = explanation;
  const why = finding?.evidence ?? explanation.why;
  return (
    <>
      {progress.length > 0 && (
        <Section title="How far it got">
          <HowFar progress={progress} says={explanation.progressSays} />
        </Section>
      )}
      {why.length > 0 && (
        <Section title="Why">
          <EvidenceList evidence={why} exchange={exchange} />
        </Section>
      )}
      {(rivals.length > 0 || unexplained !== null) && (
        <Section title="Could also be">
          <Rivals explanation={explanation} exchange={exchange} />
        </Section>
      )}
    </>
  );
}
