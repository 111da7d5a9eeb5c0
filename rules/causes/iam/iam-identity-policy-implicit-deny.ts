import {
  allowCall,
  both,
  byRestApi,
  type Case,
  callArrivedOtherwise,
  callerIsGuest,
  callerIsOfOtherAccount,
  callerIsOfSameAccount,
  callerIsRootOrService,
  callersSideDecided,
  decidingLayerIs,
  denialIs,
  denialNamesStageTwice,
  deniedActionIs,
  deniesThisCall,
  hostIsCustomName,
  isSigned,
  layerAdvice,
  links,
  principalIsNamed,
  type Rule,
  sameCallerMaySameRoute,
  says,
  simulate,
  weigh,
} from "../../kit.ts";

/** True if a policy that bounds the caller decided. More rights for the caller then change nothing. */
function isBounded(subject: Case): boolean {
  return decidingLayerIs("identity-based").ask(subject).answer === "no";
}

export default {
  id: "iam-identity-policy-implicit-deny",
  title: "No policy allows the caller to invoke this method",
  refusedBy: "api-gateway",
  who: "API Gateway",
  refusedAt: "authorizer",
  prior: 0.8,
  clues: [
    weigh(both(hostIsCustomName, denialNamesStageTwice), { yes: { doubt: -12 } }),
    ...byRestApi(["AccessDeniedException"], ["principal-denied"]),
    weigh(isSigned, { no: -2 }),
    weigh(sameCallerMaySameRoute, { yes: -3 }),
    weigh(says("principal-denied"), { yes: 2 }),
    weigh(principalIsNamed, { yes: 1 }),
    weigh(denialIs("explicit"), { yes: "never" }),
    weigh(callerIsOfOtherAccount, { yes: -2.5 }),
    weigh(deniedActionIs("Invoke"), { no: "never" }),
    weigh(callersSideDecided, { yes: 2, no: -3 }),
    weigh(both(both(decidingLayerIs("identity-based"), callerIsOfSameAccount), deniesThisCall), { yes: "proof" }),
    weigh(callerIsRootOrService, { yes: -2 }),
    weigh(callerIsGuest, { yes: 0.5 }),
    weigh(callArrivedOtherwise, { yes: 0.3 }),
  ],
  means:
    "The signature is good and the caller known, but nothing on the caller's side allows execute-api:Invoke on this stage, verb and path: usually its own policies, or else what bounds them. Host, stage, path and method are right.",
  confirm: (subject) => simulate(subject),
  fix: (subject) => {
    const layer = layerAdvice(subject);
    return isBounded(subject) && layer !== null ? [layer] : [layer ?? [], allowCall(subject)].flat();
  },
  links: [links.iam, links.authorizationFlow],
  expectedResults: {},
} satisfies Rule;
