import {
  type Advice,
  advice,
  bySignatureCheck,
  type Case,
  clientClockIsWrong,
  command,
  domain,
  isSigned,
  links,
  type Mistimed,
  mistimed,
  presignedUrlIsExpired,
  presignedUrlLivesByOwnClock,
  type Rule,
  says,
  signatureIsStale,
  signatureWasSentBefore,
  signedAtWrongTime,
  weigh,
} from "../../kit.ts";

/** With how far it is off, by all responses or by this one. */
function setClock(subject: Case): Advice {
  const off = [clientClockIsWrong, signedAtWrongTime].map((each) => each.ask(subject));
  const shown = off.find(({ answer }) => answer === "yes");
  const how = shown?.answer === "yes" ? `: ${shown.says}` : "";
  return { says: `Set the client's clock${how}.`, ...command`sudo chronyc makestep` };
}

const correctSkew = advice(
  "Where clocks can't be trusted (phones, browsers), let the SDK correct the difference: `correctClockSkew` and its like.",
);

const signWhenSent = advice(
  "Sign each request at the moment it is sent: do not queue, cache or retry signed requests.",
);

const remedies: Readonly<Record<Mistimed, (subject: Case) => readonly Advice[]>> = {
  "client-clock": (subject) => [setClock(subject), correctSkew],
  "this-signature": () => [signWhenSent],
  unknown: (subject) => [setClock(subject), signWhenSent],
};

export default {
  id: "sigv4-clock-skew",
  title: "The signature's time is too far from the server's clock",
  shares: ["client"],
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.6,
  clues: [
    ...bySignatureCheck(["InvalidSignatureException"], ["signature-expired"]),
    weigh(isSigned, { no: -2 }),
    weigh(says("signature-expired"), { yes: 3 }),
    weigh(signedAtWrongTime, { yes: 3.5, no: -4 }),
    weigh(clientClockIsWrong, { yes: 2 }),
    weigh(signatureIsStale, { yes: 2 }),
    weigh(signatureWasSentBefore, { yes: 1 }),
    weigh(presignedUrlIsExpired, { yes: -5 }),
    weigh(presignedUrlLivesByOwnClock, { yes: 5 }),
  ],
  means:
    "AWS accepts a signature for some minutes around the time that it names (five on API Gateway). This one is older or from the future: either the client's clock is wrong, and every signature with it, or only this signature is: it was made earlier and kept, queued or sent again.",
  confirm: (subject) => ({
    says: "Compare the client's clock with the server's `Date`.",
    ...command`curl -sI ${`https://${domain(subject)}/`}`,
  }),
  fix: (subject) => remedies[mistimed(subject)](subject),
  links: [links.sigv4, links.article],
  expectedResults: {},
} satisfies Rule;
