import { command } from "../../src/commands/command.ts";
import type { Case } from "../../src/diagnosis/case.ts";
import type { Advice } from "../../src/diagnosis/diagnosis.ts";
import type { SuspectPart } from "../../src/signature/suspects.ts";
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

/** What to do about each part, in the order to try where the request shows no trouble. */
const remedies: Readonly<Record<SuspectPart, string>> = {
  secret:
    "Look for the secret of another profile, cut characters and line ends: a wrong one refuses every signed call.",
  path: "Sign the path that is called: with the stage on execute-api, without it on a custom domain, without empty and dot segments, and each segment encoded twice.",
  query:
    "Sign the query that is sent: sorted by name, a space as %20 rather than +, empty values as `name=`, and nothing added after signing.",
  payload: "Sign exactly the bytes that are sent, after they are serialised and compressed.",
  header:
    "Sign headers with the values that are sent: let no interceptor or proxy change them, or leave them unsigned.",
  method: "Sign the method that is sent.",
  host: "Sign for the host that is called, and let proxies keep Host.",
};

/** For a signature that does not match: what helps against the troubles that the request shows; all where it shows none. */
export function signWhatIsSent(subject: Case): readonly Advice[] {
  const troubles = signatureTrouble(subject);
  if (troubles.length === 0) return Object.values(remedies).map((says) => advice(says));
  return [...troubles.map(remedyFor), ...curlTooOld(subject)];
}

function remedyFor({ part, why }: Trouble): Advice {
  return advice(why === null ? remedies[part] : `${remedies[part]} Here ${why}.`);
}

/** https://github.com/curl/curl/pull/11806: curl 8.4 sorts and encodes what it signs. */
function curlTooOld({ exchange: { request } }: Case): readonly Advice[] {
  const version = /^curl\/(\d+)\./.exec(request.headers.get("user-agent") ?? "")?.[1];
  if (version === undefined || Number(version) > 7) return [];
  return [
    advice(
      "This curl signs the query as it stands in the URL: give it sorted, with `name=` and %20, or take curl 8.4 or newer.",
    ),
  ];
}
