import {
  advice,
  byRestForbidden,
  cameThroughReverseProxy,
  command,
  defaultEndpoint,
  hostIsCustomName,
  links,
  otherStageWorks,
  type Rule,
  refusedAtHost,
  sameStageWorks,
  weigh,
  worksOnOtherHost,
} from "../../kit.ts";

export default {
  id: "proxy-host-header-rewrite",
  title: "A proxy in front changed the Host header",
  refusedBy: "api-gateway",
  who: "API Gateway, behind a proxy",
  refusedAt: "host",
  prior: 0.06,
  clues: [
    ...byRestForbidden,
    weigh(hostIsCustomName, { no: -1 }),
    weigh(cameThroughReverseProxy, { yes: 4 }),
    weigh(worksOnOtherHost, { yes: 1.5 }),
    weigh(sameStageWorks, { yes: "never" }),
    weigh(otherStageWorks, { yes: -3 }),
  ],
  means:
    "A reverse proxy passes the request on under a Host that API Gateway has no API for, although the direct call works.",
  confirm: (subject) => ({
    says: "Call the API past the proxy, by its own name. If it responds otherwise, look at the Host (and server name) that the proxy sends.",
    ...command`curl -si ${defaultEndpoint(subject)}`,
  }),
  fix: () => [
    advice(
      "Let the proxy send the API's own name as Host and SNI (nginx: proxy_set_header Host, proxy_ssl_server_name on; Envoy: auto_host_rewrite).",
    ),
  ],
  links: [links.article],
  expectedResults: {
    ...refusedAtHost,
    "client-certificate": "not asked",
  },
} satisfies Rule;
