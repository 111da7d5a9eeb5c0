import { command } from "../../../src/commands/command.ts";
import { weigh } from "../../../src/diagnosis/rule.ts";
import { links } from "../../advice/links.ts";
import { advice, region } from "../../advice/owner-commands.ts";
import {
  keylessSameRouteWorks,
  keylessSimilarRouteWorks,
  keyResemblesWorkingKey,
  otherKeyWorks,
  sameKeyWorksOnOtherStage,
  sameKeyWorksOnStage,
} from "../../clues/callers.ts";
import { anyApiKeyCause, byRestApi, mayHaveBeenChanged } from "../../clues/refused-by.ts";
import { sendsApiKey } from "../../clues/request.ts";
import { says } from "../../clues/wording.ts";
import { refusedAtKey } from "../../probes/expected-results.ts";
import type { Rule } from "../../rule.ts";

export default {
  id: "api-key-invalid-or-disabled",
  title: "The API key is wrong or disabled",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "api-key",
  prior: 0.35,
  clues: [
    ...byRestApi(["ForbiddenException"], ["forbidden", "invalid-api-key-identifier"]),
    ...anyApiKeyCause,
    mayHaveBeenChanged,
    weigh(keylessSameRouteWorks, { yes: -5 }),
    weigh(keylessSimilarRouteWorks, { yes: -3 }),
    weigh(says("invalid-api-key-identifier"), { yes: 4 }),
    weigh(sendsApiKey, { yes: 1, no: "never" }),
    weigh(sameKeyWorksOnStage, { yes: -5 }),
    weigh(sameKeyWorksOnOtherStage, { yes: -5 }),
    weigh(otherKeyWorks, { yes: 2 }),
    weigh(keyResemblesWorkingKey, { yes: 3 }),
  ],
  means:
    "A key was sent, but no enabled key of the account has this value: mistyped, cut off, disabled, deleted, or of another account or region. The answer is the same as for a key that no usage plan admits.",
  confirm: (subject) => ({
    says: "Compare the key with those of the account (value, enabled).",
    ...command`aws apigateway get-api-keys --include-values --region ${region(subject)} --query ${"items[].[id,name,enabled,value]"}`,
  }),
  fix: (subject) => [
    advice("Send the complete value of an enabled key."),
    {
      says: "Or enable the key.",
      ...command`aws apigateway update-api-key --api-key KEY_ID --region ${region(subject)} --patch-operations op=replace,path=/enabled,value=true`,
    },
  ],
  links: [links.apiKeys, links.article],
  expectedResults: refusedAtKey,
} satisfies Rule;
