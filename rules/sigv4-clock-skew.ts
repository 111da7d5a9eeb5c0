import { clientClockIsWrong, signedAtWrongTime } from "../src/diagnosis/clues/clock.ts";
import { byRestApi } from "../src/diagnosis/clues/refused-by.ts";
import { isSigned, presignedUrlIsExpired } from "../src/diagnosis/clues/request.ts";
import { says } from "../src/diagnosis/clues/wording.ts";
import { command } from "../src/diagnosis/command.ts";
import { links } from "../src/diagnosis/links.ts";
import { domain, tell } from "../src/diagnosis/owner.ts";
import type { Rule } from "../src/diagnosis/rule.ts";
import { weigh } from "../src/diagnosis/rule.ts";

export default {
  id: "sigv4-clock-skew",
  title: "The signature's time is too far from the server's clock",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.6,
  clues: [
    ...byRestApi(["InvalidSignatureException"], ["signature-expired"]),
    weigh(isSigned, { no: -2 }),
    weigh(says("signature-expired"), { yes: 3 }),
    weigh(signedAtWrongTime, { yes: 3.5, no: -4 }),
    weigh(clientClockIsWrong, { yes: 2 }),
    weigh(presignedUrlIsExpired, { yes: -5 }),
  ],
  means:
    "API Gateway accepts a signature for five minutes around the time that it names. This one is older or from the future: the client's clock is wrong, or a signature made earlier was sent again.",
  confirm: (subject) => ({
    says: "Compare the client's clock with the server's.",
    command: command`curl -sI ${`https://${domain(subject)}/`} | grep -i ^date; date -u`,
  }),
  fix: () => [
    { says: "Set the client's clock.", command: "sudo chronyc makestep" },
    tell(
      "If only some requests are refused, sign each at the moment it is sent: do not queue, cache or retry signed requests.",
    ),
  ],
  links: [links.sigv4, links.article],
  wouldAnswer: {},
} satisfies Rule;
