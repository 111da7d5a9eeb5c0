import {
  advice,
  apiMappings,
  byRestForbidden,
  everythingIsRefused,
  hostIsCustomName,
  links,
  notForPreflight,
  type Rule,
  sameKeyWorksOnOtherStage,
  sameKeyWorksOnStage,
  sameStageWorks,
  sendsApiKey,
  weigh,
  worksBehindBasePath,
} from "../../kit.ts";

export default {
  id: "wrong-base-path-same-host",
  title: "The path leads to another API of the same domain",
  shares: ["host", "firstSegment"],
  refusedBy: "api-gateway",
  who: "API Gateway, as another API",
  refusedAt: "api-key",
  prior: 0.1,
  clues: [
    ...byRestForbidden,
    notForPreflight,
    weigh(hostIsCustomName, { yes: 0.3, no: "never" }),
    weigh(sendsApiKey, { yes: 0.5, no: -1.5 }),
    weigh(sameKeyWorksOnOtherStage, { yes: 3.5 }),
    weigh(worksBehindBasePath, { yes: 4 }),
    weigh(sameKeyWorksOnStage, { yes: -5 }),
    weigh(sameStageWorks, { yes: 0.7 }),
    weigh(everythingIsRefused, { yes: -2 }),
  ],
  means:
    "The domain carries several APIs, told apart by the beginning of the path. This beginning is another API's, which does not know the key, so it looks like a problem with the key although the key is good.",
  confirm: (subject) => apiMappings(subject, "See which API each beginning of a path leads to."),
  fix: () => [
    advice("Put the base path of the API that is meant in front, as in the requests that work with the same key."),
  ],
  links: [links.mappings],
  expectedResults: {
    "random-path": "no such route",
    "content-on-random-path": "no such route",
    "without-content": "refused",
  },
} satisfies Rule;
