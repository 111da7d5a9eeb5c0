import type { DraftApi } from "./draft-api.ts";
import { type DraftMethod, type MockIntegration, mockIntegration, proxyIntegration } from "./draft-method.ts";
import { type Operation, type OperationCall, type Patch, patches, textIn, textsIn } from "./operation.ts";
import { ServiceError } from "./service-error.ts";

const resources = "/restapis/{api}/resources";
const ofMethod = `${resources}/{resource}/methods/{verb}`;

function draft({ account, part }: OperationCall): DraftApi {
  return account.draft(part("api"));
}

function method(call: OperationCall): DraftMethod {
  return draft(call).method(call.part("resource"), call.part("verb"));
}

/** Operations on a REST API's resources and methods. */
export const methodOperations: readonly Operation[] = [
  {
    method: "GET",
    path: resources,
    run: (call) => ({
      item: draft(call).resources.map(({ id, path, methods }) => ({
        id,
        path,
        resourceMethods: Object.fromEntries(
          [...methods].map(([verb, { apiKeyRequired }]) => [verb, { apiKeyRequired }]),
        ),
      })),
    }),
  },
  {
    method: "POST",
    path: `${resources}/{parent}`,
    run: (call) => {
      const parent = draft(call).resource(call.part("parent"));
      return { id: draft(call).add(`${parent.path.replace(/\/$/, "")}/${textIn(call, "pathPart")}`).id };
    },
  },
  {
    method: "PUT",
    path: ofMethod,
    run: (call) => {
      const { methods } = draft(call).resource(call.part("resource"));
      if (methods.has(call.part("verb"))) throw new ServiceError(409, "Method already exists for this resource");
      methods.set(call.part("verb"), {
        authorization: plainType(textIn(call, "authorizationType")),
        apiKeyRequired: call.body["apiKeyRequired"] === true,
        integration: null,
        responses: new Map(),
      });
      return { httpMethod: call.part("verb") };
    },
  },
  {
    method: "PATCH",
    path: ofMethod,
    run: (call) => {
      const changes = patches(call);
      for (const patch of changes) changeMethod(method(call), patch, () => authorizerIn(call, changes));
      return { httpMethod: call.part("verb") };
    },
  },
  {
    method: "PUT",
    path: `${ofMethod}/responses/{status}`,
    run: (call) => {
      method(call).responses.set(call.part("status"), Object.keys(textsIn(call, "responseParameters")));
      return { statusCode: call.part("status") };
    },
  },
  {
    method: "PUT",
    path: `${ofMethod}/integration`,
    run: (call) => {
      const isMock = textIn(call, "type") === "MOCK";
      const template = textsIn(call, "requestTemplates")["application/json"] ?? "";
      method(call).integration = isMock ? mockIntegration(template) : proxyIntegration();
      return { type: textIn(call, "type") };
    },
  },
  {
    method: "PUT",
    path: `${ofMethod}/integration/responses/{status}`,
    run: (call) => {
      setMockHeaders(method(call), call.part("status"), textsIn(call, "responseParameters"));
      return { statusCode: call.part("status") };
    },
  },
];

function changeMethod(
  changed: DraftMethod,
  { path, value }: Patch,
  authorizer: () => DraftMethod["authorization"],
): void {
  if (path === "/apiKeyRequired") changed.apiKeyRequired = value === "true";
  else if (path === "/authorizationType") changed.authorization = value === "CUSTOM" ? authorizer() : plainType(value);
  else if (path !== "/authorizerId") throw new ServiceError(400, `Invalid patch path ${path}`);
}

function authorizerIn(call: OperationCall, changes: readonly Patch[]): DraftMethod["authorization"] {
  return draft(call).authorizer(changes.find(({ path }) => path === "/authorizerId")?.value ?? "");
}

function plainType(type: string): "NONE" | "AWS_IAM" {
  if (type === "NONE" || type === "AWS_IAM") return type;
  throw new ServiceError(400, "Invalid authorization type specified");
}

/** Each header must be declared by the method's response of the status, and its value stand in single quotes. */
function setMockHeaders(of: DraftMethod, status: string, parameters: Readonly<Record<string, string>>): void {
  const declared = of.responses.get(status);
  if (declared === undefined) throw new ServiceError(404, "Invalid Response status code specified");
  const headers = Object.entries(parameters).map(([parameter, value]) => {
    const [, name] = /^method\.response\.header\.([\w-]+)$/.exec(parameter) ?? [];
    const [, text] = /^'(.*)'$/.exec(value) ?? [];
    if (name === undefined || text === undefined || !declared.includes(parameter)) {
      throw new ServiceError(400, `Invalid mapping expression parameter specified: ${parameter}`);
    }
    return [name.toLowerCase(), text] as const;
  });
  if (of.integration?.type !== "MOCK") throw new ServiceError(404, "Invalid Integration identifier specified");
  (of.integration as MockIntegration).headers.set(status, Object.fromEntries(headers));
}
