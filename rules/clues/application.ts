import { cannotTell, clue, no, yes } from "../../src/diagnosis/clue.ts";
import { type Phrase, responseHeader } from "../../src/diagnosis/quote.ts";
import type { Exchange } from "../../src/exchange/exchange.ts";
import type { Headers } from "../../src/exchange/headers.ts";
import { hostIsLocalName } from "./emulators.ts";

/** Clues that an application made the response, in any words. */

/** Headers that frameworks and application servers add; API Gateway's own errors have none of them. */
const marks: readonly (readonly [header: string, form: RegExp])[] = [
  ["x-powered-by", /./],
  ["x-aspnet-version", /./],
  ["x-runtime", /./],
  ["etag", /./],
  ["content-type", /^application\/json\s*;\s*charset=/i],
  [
    "server",
    /^(?:gunicorn|uvicorn|hypercorn|daphne|werkzeug|wsgiserver|waitress|tornado|jetty|apache-coyote|tomcat|undertow|wildfly|kestrel|puma|unicorn|webrick|phusion|cowboy|express|php)/i,
  ],
];

/** Cookies of load balancers, firewalls and CDNs, which they also set on what they pass on. */
const cookiesOnTheWay =
  /^(?:AWSALB|AWSELB|aws-waf|__cf|_cf|cf_|incap_|visid_|nlbi_|ak_|bm_|_abck|datadome|TS[0-9a-f]{6})/i;

function markIn({ headers }: Exchange["response"]): Phrase | null {
  const found = marks.find(([header, form]) => form.test(headers.get(header) ?? ""));
  if (found !== undefined) return responseHeader(found[0], headers.get(found[0]));
  return ownCookie(headers) === undefined ? null : responseHeader("set-cookie");
}

function ownCookie(headers: Headers): string | undefined {
  return headers.values("set-cookie").find((each) => !cookiesOnTheWay.test(each.trim()));
}

/** Development servers on the user's machine proxy real APIs and add such headers to every response. */
export const bearsApplicationsMarks = clue({
  id: "bears-applications-marks",
  holds: "headers show that an application wrote the response",
  ask: (subject) => {
    const { response } = subject.exchange;
    const mark = markIn(response);
    if (mark === null) {
      return response.headersLeftOut === null
        ? no("no header of an application")
        : cannotTell("who responded", response.headersLeftOut);
    }
    return hostIsLocalName.ask(subject).answer === "yes"
      ? cannotTell("who responded", "a development server may have added its headers to an API's response")
      : yes`${mark} is an application's: API Gateway's own errors have none`;
  },
});
