import {
  addressesEmulatedApi,
  advice,
  hasNoResponse,
  hostIs,
  hostIsLocalName,
  imitatesGateway,
  links,
  otherServerResponded,
  type Rule,
  speaksLikeEmulator,
  weigh,
} from "../../kit.ts";

export default {
  id: "local-emulator-403",
  title: "A local emulator refused",
  refusedBy: "elsewhere",
  who: "a local emulator",
  refusedAt: "elsewhere",
  prior: 0.3,
  clues: [
    weigh(hasNoResponse, { yes: "never" }),
    weigh(hostIsLocalName, { yes: 2.5, no: "never" }),
    weigh(hostIs("emulator"), { yes: 0.5 }),
    weigh(addressesEmulatedApi, { yes: 4 }),
    weigh(speaksLikeEmulator, { yes: 4 }),
    weigh(imitatesGateway, { yes: 3 }),
    weigh(otherServerResponded, { yes: -0.5 }),
  ],
  means:
    "The request went to an emulator on this machine (LocalStack, SAM local, serverless-offline), which responds in its own way.",
  confirm: () => advice("Read the emulator's log; call the deployed API to compare."),
  fix: () => [advice("Check the route in the emulator's configuration. Its refusals need not be those of AWS.")],
  links: [links.article],
  expectedResults: {},
} satisfies Rule;
