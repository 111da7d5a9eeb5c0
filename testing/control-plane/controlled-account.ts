import { freshState, type GatewayState } from "../gateway/call.ts";
import type { Account, Api, ApiMapping, HttpApi, RestApi } from "../gateway/definition.ts";
import { DraftApi } from "./draft-api.ts";
import { found } from "./service-error.ts";

/** An account that the control plane changes: what callers see, and what is edited and not yet deployed. */
export class ControlledAccount {
  readonly state: GatewayState = freshState();
  readonly #drafts: readonly DraftApi[];
  #live: Account;

  constructor(account: Account) {
    this.#live = account;
    this.#drafts = account.apis.flatMap((api) => (api.kind === "REST" ? new DraftApi(api) : []));
  }

  /** The account as callers see it. */
  get live(): Account {
    return this.#live;
  }

  change(changes: Partial<Account>): void {
    this.#live = { ...this.#live, ...changes };
  }

  draft(id: string): DraftApi {
    return found(
      this.#drafts.find((each) => each.id === id),
      "API",
    );
  }

  httpApi(id: string): HttpApi {
    const api = this.#live.apis.find((each): each is HttpApi => each.kind === "HTTP" && each.id === id);
    return found(api, "API");
  }

  replaceApi(changed: Api): void {
    this.change({ apis: this.#live.apis.map((each) => (each.id === changed.id ? changed : each)) });
  }

  /** Publishes what was edited to a stage. */
  deploy(id: string, stage: string): void {
    const before = this.#live.apis.find((each): each is RestApi => each.kind === "REST" && each.id === id);
    this.replaceApi(this.draft(id).deployed(found(before, "API"), stage));
  }

  mappings(domain: string): readonly ApiMapping[] {
    return found(
      this.#live.customDomains.find(({ name }) => name === domain),
      "Domain name",
    ).mappings;
  }

  setMappings(domain: string, mappings: readonly ApiMapping[]): void {
    const customDomains = this.#live.customDomains.map((each) => (each.name === domain ? { ...each, mappings } : each));
    this.change({ customDomains });
  }

  /** Forgets what the stage's authorizers returned. */
  emptyAuthorizerCache(apiId: string, stage: string): void {
    const { authorizerResults } = this.state;
    const scopes = [`"${apiId}/${stage}"`, `"${apiId}"`];
    for (const key of authorizerResults.keys()) {
      if (scopes.some((scope) => key.startsWith(`[${scope},`))) authorizerResults.delete(key);
    }
  }
}
