import type { ExpectedResults } from "./checks.ts";

/** The results of the safe checks, by the step at which API Gateway refuses. Each rule adds its own. */

/** A path that cannot exist, if nothing refuses it before the routes. */
export const unknownPath = ["no such route", "caught"] as const;

/** Host, certificate or endpoint: everything on the host is refused, for any path, verb and content. */
export const refusedAtHost = {
  "random-path": "refused",
  "stage-root": "refused",
  "host-root": "refused",
  "proven-stage": "refused",
  "options-on-path": "refused",
  "content-on-random-path": "refused",
  "without-content": "refused",
  "with-user-agent": "refused",
} as const satisfies ExpectedResults;

/** Stage or base path: everything below it is refused. Another one that exists has routes. */
export const refusedAtStage = {
  ...refusedAtHost,
  "host-root": ["refused", "no such route"],
  "proven-stage": unknownPath,
} as const satisfies ExpectedResults;

/** API key: checked after the routes. OPTIONS rarely requires a key, since no browser sends one with a preflight. */
export const refusedAtKey = {
  "random-path": unknownPath,
  "stage-root": unknownPath,
  "host-root": ["refused", "no such route"],
  "proven-stage": unknownPath,
  "options-on-path": "accepted",
  "content-on-random-path": unknownPath,
  "without-content": "refused",
  "with-user-agent": "refused",
} as const satisfies ExpectedResults;

/**
 * The ways in which a firewall on a stage may refuse, each equally likely: by the content of body or query, by the
 * path, or by the caller (address, rate, country, User-Agent), which refuses everything under that stage.
 */
export const blockedByFirewall: readonly ExpectedResults[] = [
  {
    ...refusedAtKey,
    "without-content": "accepted",
    "content-on-random-path": "refused",
  },
  {
    ...refusedAtKey,
    "options-on-path": "refused",
  },
  {
    ...refusedAtHost,
    "host-root": ["refused", "no such route"],
    "proven-stage": ["no such route", "refused"],
    "with-user-agent": ["accepted", "refused"],
  },
];
