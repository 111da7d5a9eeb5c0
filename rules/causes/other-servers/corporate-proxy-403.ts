import {
  addressServesOtherNames,
  advice,
  command,
  hasAwsHeaders,
  hasHttpApiRequestId,
  hasNoResponse,
  hasRestRequestId,
  isProxyResponse,
  links,
  notInAwsWords,
  type Rule,
  shownUrl,
  weigh,
} from "../../kit.ts";

export default {
  id: "corporate-proxy-403",
  title: "A proxy between client and server refused",
  refusedBy: "elsewhere",
  who: "a proxy",
  refusedAt: "elsewhere",
  prior: 0.3,
  clues: [
    weigh(hasRestRequestId, { yes: -7 }),
    weigh(hasHttpApiRequestId, { yes: -7 }),
    weigh(hasNoResponse, { yes: "never" }),
    notInAwsWords,
    weigh(hasAwsHeaders, { yes: -6 }),
    weigh(addressServesOtherNames, { yes: 1 }),
    weigh(isProxyResponse, { yes: 6, no: -3.5 }),
  ],
  means:
    "A forward proxy or secure web gateway of the caller's network responded. The request never reached AWS; elsewhere it may work.",
  confirm: (subject) => ({
    says: "Repeat the request past the proxy.",
    ...command`curl -si --noproxy '*' ${shownUrl(subject)}`,
  }),
  fix: () => [advice("Allow the host in the proxy, or correct the browser's proxy setting.")],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
