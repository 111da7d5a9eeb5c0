import { AdviceItem } from "../../advice/AdviceItem.tsx";
import { FixList } from "../../advice/FixList.tsx";
import { Links } from "../../advice/Links.tsx";
import type { DiagnosisSection } from "../section.ts";

/** Where the owner of the API sees the cause. */
export const confirm: DiagnosisSection = {
  id: "confirm",
  title: "See it where it lies",
  applies: ({ explanation: { diagnosis } }) => diagnosis.confirm !== null,
  View: ({ details: { explanation } }) => {
    const advice = explanation.diagnosis.confirm;
    return advice && <AdviceItem advice={advice} />;
  },
};

export const fix: DiagnosisSection = {
  id: "fix",
  title: "Fix",
  applies: ({ explanation: { diagnosis } }) => diagnosis.fix.length > 0,
  View: ({ details: { explanation } }) => <FixList fixes={explanation.diagnosis.fix} />,
};

/** Where to read on. */
export const links: DiagnosisSection = {
  id: "links",
  title: "Read on",
  applies: ({ explanation: { diagnosis } }) => diagnosis.links.length > 0,
  View: ({ details: { explanation } }) => <Links links={explanation.diagnosis.links} />,
};
