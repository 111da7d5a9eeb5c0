import type { GatewayResponses, LambdaAuthorizer, RestApi } from "../gateway/definition.ts";
import { type DraftMethod, deployedOf, draftOf } from "./draft-method.ts";
import { found, ServiceError } from "./service-error.ts";

export interface DraftResource {
  readonly id: string;
  readonly path: string;
  readonly methods: Map<string, DraftMethod>;
}

/** What of a REST API its owner edits and callers see only after a deployment. */
type Settings = Pick<RestApi, "apiKeySource" | "disableExecuteApiEndpoint" | "gatewayResponses" | "resourcePolicy">;

/** A REST API as its owner edits it. */
export class DraftApi {
  readonly id: string;
  readonly resources: DraftResource[] = [];
  settings: Settings;

  constructor(api: RestApi) {
    this.id = api.id;
    this.settings = api;
    this.add("/");
    for (const { path, methods } of api.resources) {
      const resource = this.add(path);
      for (const [verb, method] of Object.entries(methods)) resource.methods.set(verb, draftOf(method));
    }
  }

  /** The resource of the path, new where there was none. */
  add(path: string): DraftResource {
    const known = this.resources.find((each) => each.path === path);
    if (known !== undefined) return known;
    const resource = { id: `r${this.resources.length}`, path, methods: new Map() };
    this.resources.push(resource);
    return resource;
  }

  resource(id: string): DraftResource {
    return found(
      this.resources.find((each) => each.id === id),
      "Resource",
    );
  }

  method(resourceId: string, verb: string): DraftMethod {
    return found(this.resource(resourceId).methods.get(verb), "Method");
  }

  /** The Lambda authorizers of all methods, each once, with an id. */
  authorizers(): readonly { readonly id: string; readonly authorizer: LambdaAuthorizer }[] {
    const used = this.#methods().flatMap(({ authorization }) =>
      typeof authorization === "string" ? [] : authorization,
    );
    return [...new Set(used)].map((authorizer, index) => ({ id: `a${index}`, authorizer }));
  }

  authorizer(id: string): LambdaAuthorizer {
    return found(this.authorizers().find((each) => each.id === id)?.authorizer, "Authorizer");
  }

  replaceAuthorizer(old: LambdaAuthorizer, changed: LambdaAuthorizer): void {
    for (const method of this.#methods()) if (method.authorization === old) method.authorization = changed;
  }

  setGatewayResponse(type: keyof GatewayResponses, header: string, value: string): void {
    const { gatewayResponses } = this.settings;
    const known = gatewayResponses[type] ?? {};
    const changed = { ...known, headers: { ...known.headers, [header]: value } };
    this.settings = { ...this.settings, gatewayResponses: { ...gatewayResponses, [type]: changed } };
  }

  resetGatewayResponse(type: keyof GatewayResponses): void {
    const { [type]: known, ...others } = this.settings.gatewayResponses;
    if (known === undefined) throw new ServiceError(404, "Gateway response type not defined on api");
    this.settings = { ...this.settings, gatewayResponses: others };
  }

  /** The API as callers see it after a deployment to a stage. */
  deployed(before: RestApi, stage: string): RestApi {
    const stages = before.stages.some(({ name }) => name === stage)
      ? before.stages
      : [...before.stages, { name: stage }];
    const resources = this.resources.map(({ path, methods }) => ({
      path,
      methods: Object.fromEntries([...methods].map(([verb, method]) => [verb, deployedOf(method)])),
    }));
    return { ...before, ...this.settings, stages, resources: resources.filter(hasMethods) };
  }

  #methods(): readonly DraftMethod[] {
    return this.resources.flatMap(({ methods }) => [...methods.values()]);
  }
}

function hasMethods({ methods }: { readonly methods: object }): boolean {
  return Object.keys(methods).length > 0;
}
