import { type RunningService, type ServiceCall, startService } from "../aws-cli/local-service.ts";
import type { Account } from "../gateway/definition.ts";
import { ControlledAccount } from "./controlled-account.ts";
import { httpApiOperations } from "./http-api-operations.ts";
import { keyOperations } from "./key-operations.ts";
import { mappingOperations } from "./mapping-operations.ts";
import { methodOperations } from "./method-operations.ts";
import type { Operation } from "./operation.ts";
import { restApiOperations } from "./rest-api-operations.ts";
import { ServiceError } from "./service-error.ts";

export interface RunningControlPlane extends RunningService {
  /** What the commands change. */
  readonly account: ControlledAccount;
}

/** Permissions of a function: no operation of API Gateway, but a part of a new method. */
const functionPermission: Operation = {
  method: "POST",
  path: "/2015-03-31/functions/{function}/policy",
  run: () => ({ Statement: "{}" }),
};

const operations: readonly Operation[] = [
  ...restApiOperations,
  ...methodOperations,
  ...keyOperations,
  ...mappingOperations,
  ...httpApiOperations,
  functionPermission,
];

/** API Gateway's control plane for an account of the local gateway, as far as printed commands need it. */
export async function startControlPlane(definitions: Account): Promise<RunningControlPlane> {
  const account = new ControlledAccount(definitions);
  const service = await startService((call) => answer(call, account));
  return { ...service, account };
}

function answer(call: ServiceCall, account: ControlledAccount) {
  try {
    return { status: 200, body: JSON.stringify(run(call, account) ?? {}) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { status: error.status, body: JSON.stringify({ message: error.message }) };
  }
}

function run({ method, path, query, body }: ServiceCall, account: ControlledAccount): unknown {
  for (const operation of operations.filter((each) => each.method === method)) {
    const parts = partsIn(path, operation.path);
    if (parts === null) continue;
    const part = (name: string) => parts.get(name) ?? "";
    return operation.run({ account, part, query, body: body === "" ? {} : JSON.parse(body) });
  }
  throw new ServiceError(404, `The control plane has no ${method} ${path}`);
}

/** The parts of a path by their names in the template; null where it is another path. */
function partsIn(path: string, template: string): ReadonlyMap<string, string> | null {
  const [given, wanted] = [path.split("/"), template.split("/")];
  if (given.length !== wanted.length) return null;
  const parts = new Map<string, string>();
  for (const [index, part] of wanted.entries()) {
    const text = decodeURIComponent(given[index] ?? "");
    if (part.startsWith("{")) parts.set(part.slice(1, -1), text);
    else if (part !== text) return null;
  }
  return parts;
}
