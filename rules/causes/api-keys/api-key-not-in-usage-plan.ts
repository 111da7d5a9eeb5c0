import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { apiId, plain, region, stage } from "../../advice/owner-commands.ts";
import {
  keylessSameRouteWorks,
  keylessSimilarRouteWorks,
  keyResemblesWorkingKey,
  otherKeyWorks,
  sameKeyWorksOnOtherStage,
  sameKeyWorksOnStage,
} from "../../clues/callers.ts";
import { anyApiKeyCause, byRestForbidden, mayHaveBeenChanged } from "../../clues/refused-by.ts";
import { sendsApiKey } from "../../clues/request.ts";
import { refusedAtKey } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "api-key-not-in-usage-plan",
  title: "The API key is in no usage plan of this stage",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "api-key",
  prior: 0.4,
  clues: [
    ...byRestForbidden,
    ...anyApiKeyCause,
    mayHaveBeenChanged,
    weigh(keylessSameRouteWorks, { yes: -5 }),
    weigh(keylessSimilarRouteWorks, { yes: -3 }),
    weigh(sendsApiKey, { yes: 1, no: "never" }),
    weigh(sameKeyWorksOnStage, { yes: -5 }),
    weigh(sameKeyWorksOnOtherStage, { yes: 3 }),
    weigh(otherKeyWorks, { yes: 0.5 }),
    weigh(keyResemblesWorkingKey, { yes: -2 }),
  ],
  means:
    "A key was sent and may be perfectly valid, but no usage plan connects it with this API and stage. That is the usual state of a key just created, or of a stage just deployed.",
  confirm: (subject) => ({
    says: "List the usage plans that contain this stage; then their keys.",
    ...command`aws apigateway get-usage-plans --region ${region(subject)} --query ${`items[?apiStages[?apiId=='${plain(apiId(subject))}' && stage=='${plain(stage(subject))}']].[id,name]`}`,
  }),
  fix: (subject) => [
    {
      says: "Add the stage to the usage plan.",
      ...command`aws apigateway update-usage-plan --usage-plan-id PLAN_ID --region ${region(subject)} --patch-operations ${`op=add,path=/apiStages,value=${apiId(subject)}:${stage(subject)}`}`,
    },
    {
      says: "Add the key to the plan. It can take minutes until callers see it.",
      ...command`aws apigateway create-usage-plan-key --usage-plan-id PLAN_ID --key-id KEY_ID --key-type API_KEY --region ${region(subject)}`,
    },
  ],
  links: [links.apiKeys, links.article],
  expectedResults: refusedAtKey,
} satisfies Rule;
