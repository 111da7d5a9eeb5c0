import {
  advice,
  byRestForbidden,
  change,
  command,
  domain,
  hostIsCustomName,
  iac,
  links,
  otherStageWorks,
  type Rule,
  refusedAtStage,
  region,
  weigh,
  worksWithoutFirstSegment,
  worksWithStageBehindBasePath,
} from "../../kit.ts";

export default {
  id: "custom-domain-mapping-without-stage",
  title: "The domain's mapping has no stage, so the URL must name it",
  shares: ["host", "firstSegment"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "stage",
  prior: 0.08,
  clues: [
    ...byRestForbidden,
    weigh(hostIsCustomName, { no: "never" }),
    weigh(worksWithStageBehindBasePath, { yes: 6 }),
    weigh(otherStageWorks, { yes: 1 }),
    weigh(worksWithoutFirstSegment, { yes: -2 }),
  ],
  means:
    "A base path mapping without a stage leaves the stage to the caller: the path must have it behind the base path.",
  confirm: (subject) => ({
    says: "See whether the mapping names a stage.",
    ...command`aws apigateway get-base-path-mappings --domain-name ${domain(subject)} --region ${region(subject)}`,
  }),
  fix: (subject) => [
    advice("Put the stage into the path."),
    change(
      "Or give the mapping a stage.",
      command`aws apigateway update-base-path-mapping --domain-name ${domain(subject)} --base-path BASE_PATH --patch-operations op=replace,path=/stage,value=STAGE --region ${region(subject)}`,
    ),
  ],
  iac: iac.apiMapping,
  links: [links.mappings],
  expectedResults: {
    ...refusedAtStage,
    "client-certificate": "not asked",
  },
} satisfies Rule;
