import type { TokenInstant, TokenView } from "../../../src/worker/protocol.ts";
import { FactList } from "../../elements/FactList.tsx";
import { Sentence } from "../../elements/Sentence.tsx";
import type { DiagnosisSection } from "../section.ts";
import { placesOf } from "./time-scale.ts";
import "../../advice/advice.css";
import "../../elements/text.css";
import "./token.css";

/** The claims of the request's token, and whether the response was within its time by the server's clock. */
export const token: DiagnosisSection = {
  id: "token",
  title: "Token",
  note: () => "its claims, unchecked, by the server's clock",
  opens: () => true,
  applies: (details) => details.token !== null,
  View: ({ details }) => details.token && <TokenDetails token={details.token} />,
};

function TokenDetails({ token }: { readonly token: TokenView }) {
  const { facts, instants, isValid, says } = token;
  return (
    <>
      <p class={isValid === false ? "text-alarm" : "advice"}>
        <Sentence text={says} />
      </p>
      {instants.length > 1 && <TokenClock instants={instants} isValid={isValid} />}
      <FactList facts={facts} />
    </>
  );
}

const words: Readonly<Record<TokenInstant["what"], string>> = {
  iat: "issued",
  nbf: "valid from",
  exp: "expires",
  response: "response",
};

/** The token's time as a line, with the instant of the response on it. */
function TokenClock({ instants, isValid }: Pick<TokenView, "instants" | "isValid">) {
  const places = placesOf(instants.map(({ at }) => at));
  const placeOf = (...wanted: readonly TokenInstant["what"][]) =>
    places[instants.findIndex(({ what }) => wanted.includes(what))];
  const from = placeOf("nbf", "iat") ?? 0;
  const until = placeOf("exp") ?? 1;
  return (
    <div class={`token-clock ${isValid === false ? "token-outside" : ""}`}>
      <div class="token-line" aria-hidden="true">
        <span class="token-valid" style={{ "--from": from, "--until": until }} />
        {instants.map(({ what }, index) => (
          <span
            key={what}
            class={`token-mark ${what === "response" ? "token-response" : ""}`}
            style={{ "--at": places[index] }}
          />
        ))}
      </div>
      <ol class="token-instants">
        {instants.map(({ what, at }) => (
          <li key={what} class={what === "response" ? "token-response" : ""}>
            <span class="token-word">{words[what]}</span> <time>{instantText(at)}</time>
          </li>
        ))}
      </ol>
    </div>
  );
}

function instantText(at: number): string {
  return new Date(at)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, "Z");
}
