import { command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import { clientClockIsWrong, type Mistimed, mistimed } from "../clues/clock.ts";
import { signatureTrouble, type Trouble } from "../clues/signature.ts";
import { signedAtWrongTime } from "../clues/signing-time.ts";
import { advice, anyRegion, globalRegion, partition } from "./owner-commands.ts";

/** What mends a signature that was refused, by API Gateway or by any other service of AWS: they check it alike. */

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

const byMistime: Readonly<Record<Mistimed, (subject: Case) => readonly Advice[]>> = {
  "client-clock": (subject) => [setClock(subject), correctSkew],
  "this-signature": () => [signWhenSent],
  unknown: (subject) => [setClock(subject), signWhenSent],
};

/** For a signature whose time is off. */
export function signInTime(subject: Case): readonly Advice[] {
  return byMistime[mistimed(subject)](subject);
}

/** For an access key that AWS does not know. */
export function useActiveKeys(subject: Case): readonly Advice[] {
  return [
    {
      says: "Use active access keys of the right partition.",
      ...command`aws iam list-access-keys --user-name USER_NAME --region ${globalRegion(subject)}`,
    },
  ];
}

/** For a session token that has expired. */
export function renewCredentials(subject: Case): readonly Advice[] {
  return [
    {
      says: "Get new credentials for the role, and repeat the request signed with them.",
      ...command`aws sts assume-role --role-arn ${`arn:${partition(subject)}:iam::ACCOUNT_ID:role/ROLE_NAME`} --role-session-name SESSION_NAME --region ${anyRegion(subject)}`,
    },
    advice("Where they come from IAM Identity Center, sign in there again; with AWS CLI 2 that is `aws sso login`."),
    advice("In a program, let the SDK's credential provider refresh them before they expire."),
  ];
}

interface Remedy {
  readonly about: readonly Trouble[];
  readonly says: string;
}

/** In the order to try them if the request shows no trouble. */
const remedies: readonly Remedy[] = [
  {
    about: ["secret"],
    says: "If every signed call fails: the secret key is wrong. Look for the key of another profile, cut characters and line ends.",
  },
  {
    about: ["path", "path-encoding"],
    says: "If only some paths fail: encode each path segment twice (execute-api normalises once more), and sign the path that is called: with the stage on execute-api, without it on a custom domain.",
  },
  {
    about: ["query", "query-encoding"],
    says: "If only some queries fail: sort parameters by name, encode a space as %20 rather than +, and keep empty values as `name=`.",
  },
  {
    about: ["payload", "method"],
    says: "If only calls with a body fail: sign exactly the bytes that are sent, after they are serialised and compressed.",
  },
  {
    about: ["host", "header", "signed-headers"],
    says: "If calls through a proxy fail: let it keep Host and every signed header, and sign none that it changes.",
  },
];

/** For a signature that does not match: what helps against the troubles that the request shows; all where it shows none. */
export function signWhatIsSent(subject: Case): readonly Advice[] {
  const trouble = signatureTrouble(subject);
  const fitting = remedies.filter(({ about }) => about.some((each) => trouble.includes(each)));
  return (fitting.length > 0 ? fitting : remedies).map(({ says }) => advice(says));
}
