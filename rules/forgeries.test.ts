import { describe, expect, test } from "vitest";
import type { HarEntry } from "../src/capture/entry.ts";
import { diagnose } from "../src/diagnosis/diagnose.ts";
import type { DiagnosisCore } from "../src/diagnosis/diagnosis.ts";
import { methodArnIn } from "../src/exchange/arn.ts";
import { identifyHost, isApiHost } from "../src/exchange/host.ts";
import { targetOf } from "../src/exchange/target.ts";
import type { Recorded } from "../src/session/recording.ts";
import { recordingOf } from "../testing/examples/recording.ts";
import { examples } from "../testing/examples/rule-examples.ts";
import type { Example } from "./example.ts";
import { rules } from "./index.ts";
import { knowledge } from "./knowledge.ts";

/**
 * What somebody else said, or said earlier, and an integration, a cache or a service worker handed on: each proof that
 * the examples rest on, with one part that contradicts the request.
 */
interface Forgery {
  readonly what: string;
  /** The forged entry; null where it does not name the part, or the request doesn't. */
  forge(entry: HarEntry): HarEntry | null;
}

function bodyOf({ response }: HarEntry): string {
  return response.content.text ?? "";
}

function hostOf({ request }: HarEntry) {
  const { hostname, path } = targetOf(request.url);
  return identifyHost(hostname, path);
}

function saying(entry: HarEntry, text: string): HarEntry | null {
  if (text === bodyOf(entry)) return null;
  return { ...entry, response: { ...entry.response, content: { ...entry.response.content, text } } };
}

function withHeader(entry: HarEntry, name: string, value: string): HarEntry {
  const others = entry.response.headers.filter((each) => each.name.toLowerCase() !== name);
  return { ...entry, response: { ...entry.response, headers: [...others, { name, value }] } };
}

const hasResponse = ({ response }: HarEntry) => response.status > 0;
const isSigned = ({ request }: HarEntry) => request.headers.some(({ name }) => name.toLowerCase() === "authorization");
const showsDate = ({ request }: HarEntry) => request.headers.some(({ name }) => name.toLowerCase() === "x-amz-date");
const hasApiName = (entry: HarEntry) => isApiHost(hostOf(entry).kind);

function scopesHeldBy({ headers }: HarEntry["request"]): string | null {
  const sent = headers.find(({ name }) => name.toLowerCase() === "authorization")?.value ?? "";
  const claims = /^Bearer [\w-]+\.([\w-]+)\./.exec(sent)?.[1];
  if (claims === undefined) return null;
  const { scope } = JSON.parse(Buffer.from(claims, "base64url").toString()) as { readonly scope?: string };
  return scope ?? null;
}

/** The part of an ARN at this place, counted behind the account, replaced. */
function otherArnPart(what: string, place: number, instead: string, applies: (entry: HarEntry) => boolean): Forgery {
  return {
    what,
    forge: (entry) => {
      const arn = methodArnIn(bodyOf(entry))?.arn;
      if (arn === undefined || !applies(entry)) return null;
      const parts = arn.split("/");
      const forged = parts.map((part, index) => (index === place ? part.replace(/[^:]+$/, instead) : part)).join("/");
      return parts.length > place ? saying(entry, bodyOf(entry).replace(arn, forged)) : null;
    },
  };
}

const forgeries: readonly Forgery[] = [
  otherArnPart("another API", 0, "zzzzzzzzzz", (entry) => hostOf(entry).apiId !== null),
  otherArnPart("another stage", 1, "internal", hasApiName),
  otherArnPart("another verb", 2, "PURGE", () => true),
  otherArnPart("another path", 3, "elsewhere", () => true),
  {
    what: "another region",
    forge: (entry) => {
      // An integration may call a service of any region.
      const isShown = hostOf(entry).region !== null || isSigned(entry);
      if (!isShown || !/execute-api|Credential|Canonical/.test(bodyOf(entry))) return null;
      return saying(entry, bodyOf(entry).replaceAll(/\b[a-z]{2}-(?:gov-)?[a-z]+-\d\b/g, "ap-south-2"));
    },
  },
  {
    what: "another service",
    forge: (entry) => {
      if (!hasApiName(entry)) return null;
      return saying(entry, bodyOf(entry).replaceAll(/(correct service: '|\/)execute-api(?=['/])/g, "$1es"));
    },
  },
  {
    what: "another day",
    forge: (entry) => {
      if (!isSigned(entry)) return null;
      return saying(entry, bodyOf(entry).replace(/'\d{8}'/, "'20010101'"));
    },
  },
  {
    what: "another instant of signing",
    forge: (entry) => {
      if (!showsDate(entry)) return null;
      return saying(entry, bodyOf(entry).replace(/\d{8}T\d{6}Z/, "20010101T000000Z"));
    },
  },
  {
    what: "another host",
    forge: (entry) => {
      if (!hasApiName(entry)) return null;
      return saying(entry, bodyOf(entry).replace(/host:[a-z0-9]+\.execute-api/, "host:zzzzzzzzzz.execute-api"));
    },
  },
  {
    what: "a scope that the token has",
    forge: ({ request, response, ...rest }) => {
      const held = scopesHeldBy(request);
      const challenge = response.headers.find(({ name }) => name.toLowerCase() === "www-authenticate");
      if (held === null || challenge === undefined) return null;
      const value = challenge.value.replace(/scope="[^"]*"/, `scope="${held}"`);
      return withHeader({ request, response, ...rest }, "www-authenticate", value);
    },
  },
  { what: "a response of a cache, by age", forge: (entry) => withHeader(entry, "age", "86400") },
  { what: "a response of a cache, by x-cache", forge: (entry) => withHeader(entry, "x-cache", "Hit from cloudfront") },
  { what: "a response of the browser's cache", forge: (entry) => ({ ...entry, servedBy: "cache" }) },
  { what: "a response of a service worker", forge: (entry) => ({ ...entry, servedBy: "service worker" }) },
  {
    what: "a response of the day before",
    forge: (entry) => {
      // The message's own clock agrees with the Date of the example then.
      if (/\(\d{8}T\d{6}Z [+-]/.test(bodyOf(entry))) return null;
      return withHeader(entry, "date", new Date((entry.startedDateTime ?? 0) - 86_400_000).toUTCString());
    },
  },
  {
    what: "another status",
    forge: (entry) => ({ ...entry, response: { ...entry.response, status: 404 } }),
  },
];

function diagnosed(recorded: readonly Recorded[], entry: number): DiagnosisCore | undefined {
  const { explanations } = diagnose(recorded, { knowledge, apiHosts: [] });
  return explanations.find(({ diagnosis }) => diagnosis.entry === entry)?.diagnosis;
}

const proved = Object.entries(examples).flatMap(([rule, { mustSay }]) =>
  mustSay.flatMap((example: Example) => {
    const recorded = recordingOf(example);
    const entry = example.diagnose ?? recorded.length - 1;
    const har = recorded[entry]?.har;
    const isProved = har !== undefined && diagnosed(recorded, entry)?.confidence === "certain";
    return isProved ? [{ name: `${rule}: ${example.title}`, recorded, entry, har }] : [];
  }),
);

describe.each(forgeries)("certain is never forged: $what", ({ forge }) => {
  const forged = proved
    .filter(({ har }) => hasResponse(har))
    .flatMap(({ name, recorded, entry, har }) => {
      const other = forge(har);
      return other === null
        ? []
        : [{ name, entry, recorded: recorded.with(entry, { ...recorded[entry], har: other } as Recorded) }];
    });

  test("some proof names it", () => expect(forged.length).toBeGreaterThan(0));

  test("no cause is certain", () => {
    const certain = forged.filter(({ recorded, entry }) => diagnosed(recorded, entry)?.confidence === "certain");
    expect(certain.map(({ name }) => name)).toEqual([]);
  });
});

test("every rule that anything proves has an example that is certain", () => {
  const certain = new Set(proved.map(({ name }) => name.split(":")[0]));
  const provable = rules.filter(({ clues }) => clues.some(({ yes, no }) => yes === "proof" || no === "proof"));
  expect(provable.map(({ id }) => id).filter((id) => !certain.has(id))).toEqual([]);
});
