// The operations of the client, by name.
import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { Client } from "infisical-e2ee";

const LOCATION = ["project", "environment", "path"];
const PLACE = [...LOCATION, "type"];

/** Of each operation: what is passed by position, and what as an option. */
const OPERATIONS = {
  "account.start_sign_up": [["email"], []],
  "account.complete_sign_up": [
    ["email", "code", "password"],
    ["first_name", "last_name", "organization_name", "send_password"],
  ],
  "account.me": [[], []],
  "environments.list": [[], ["project"]],
  "environments.create": [["name", "slug"], ["project"]],
  "environments.update": [["slug"], ["new_name", "new_slug", "project"]],
  "environments.delete": [["slug"], ["project"]],
  "folders.list": [[], LOCATION],
  "folders.create": [["name"], LOCATION],
  "folders.rename": [["name", "new_name"], LOCATION],
  "folders.delete": [["name"], LOCATION],
  "organizations.list": [[], []],
  "projects.create": [["name"], ["organization"]],
  "projects.list": [[], []],
  "projects.get": [["id"], []],
  "projects.open_key": [["id"], []],
  "secret_imports.list": [[], LOCATION],
  "secret_imports.create": [["from_environment", "from_path"], LOCATION],
  "secret_imports.update": [["id"], ["from_environment", "from_path", "position", ...LOCATION]],
  "secret_imports.delete": [["id"], LOCATION],
  "secrets.get": [["name"], PLACE],
  "secrets.list": [[], PLACE],
  "secrets.create": [
    ["name", "value"],
    ["comment", ...PLACE],
  ],
  "secrets.update": [["name"], ["value", "comment", ...PLACE]],
  "secrets.delete": [["name"], PLACE],
  "secrets.set_tags": [["name", "tags"], LOCATION],
  "secrets.move": [["names"], ["to_environment", "to_path", "overwrite", ...LOCATION]],
  "service_tokens.create": [["name"], ["project", "scopes", "permissions", "expires_in"]],
  "service_tokens.describe": [[], []],
  "service_tokens.list": [[], ["project"]],
  "service_tokens.delete": [["id"], []],
  "tags.list": [[], ["project"]],
  "tags.create": [
    ["name", "slug"],
    ["color", "project"],
  ],
  "tags.delete": [["tag"], ["project"]],
};

const CLIENT_OPTIONS = [
  ...["base_url", "token", "email", "password", "access_token", "api_key", "private_key"],
  ...["project", "environment", "organization", "timeout", "deadline", "allow_http"],
  ...["certificate_authorities", "max_response_bytes"],
];

/** Does what a step says; returns the result as JSON. */
export async function perform({ op, client: name }, given, { setting, clients }) {
  const args = new Map(Object.entries(given).filter(([, value]) => value !== null));
  if (op === "fixture.code") {
    const [email] = take(args, ["email"]);
    return { code: await signUpCode(setting.codeCommand, email) };
  }
  if (op === "fixture.sleep") {
    const [seconds] = take(args, ["seconds"]);
    await sleep(seconds * 1000);
    return null;
  }
  if (op === "client.new") {
    clients.set(name, new Client(takeOptions(args, CLIENT_OPTIONS)));
    return null;
  }
  const client = clients.get(name);
  if (client === undefined) {
    throw new Error(`there is no client ${name}`);
  }
  if (op === "client.close") {
    take(args, []);
    return client.close() ?? null;
  }
  if (op === "secrets.to_map") {
    // The names of secrets are no identifiers to respell.
    return (await client.secrets.list(takeOptions(args, PLACE))).toObject();
  }
  if (!Object.hasOwn(OPERATIONS, op)) {
    throw new Error("there is no such operation");
  }
  const [positional, options] = OPERATIONS[op];
  const [resource, method] = op.split(".").map(camel);
  const before = take(args, positional, options);
  return toJson(await client[resource][method](...before, takeOptions(args, options)));
}

const camel = (name) => name.replaceAll(/_(.)/g, (_, first) => first.toUpperCase());

/** Takes the named arguments; fails if one is missing, or one is left that is no option either. */
function take(args, names, options = []) {
  const taken = names.map((name) => {
    if (!args.has(name)) {
      throw new Error(`the argument ${name} is missing`);
    }
    const value = args.get(name);
    args.delete(name);
    return value;
  });
  for (const name of args.keys()) {
    if (!options.includes(name)) {
      throw new Error(`the operation has no argument ${name}`);
    }
  }
  return taken;
}

const RENAMED = { timeout: "timeoutMs", deadline: "deadlineMs", expires_in: "expiresInSeconds" };

function takeOptions(args, names) {
  take(args, [], names);
  return Object.fromEntries(
    [...args].map(([name, value]) => {
      const option = RENAMED[name] ?? camel(name);
      return [option, option.endsWith("Ms") ? value * 1000 : value];
    }),
  );
}

const HIDDEN = ["value", "comment", "token"];

/** With snake_case keys, and with what JSON.stringify leaves out. */
function toJson(result) {
  if (result === undefined || result === null) {
    return null;
  }
  if (result instanceof Date) {
    return result.toISOString();
  }
  if (Array.isArray(result)) {
    return result.map(toJson);
  }
  if (typeof result !== "object") {
    return result;
  }
  if ("failures" in result) {
    const failures = result.failures.map(({ id, field, error }) => ({
      id,
      field,
      code: error.code,
    }));
    return { secrets: [...result].map(toJson), failures };
  }
  const hidden = HIDDEN.filter((name) => name in result).map((name) => [name, result[name]]);
  return Object.fromEntries(
    [...Object.entries(result), ...hidden].map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      toJson(value),
    ]),
  );
}

async function signUpCode(command, email) {
  if (command === undefined) {
    throw new Error("INFISICAL_E2EE_TEST_CODE_CMD is not set");
  }
  const [program, ...args] = command.split(" ");
  const { stdout } = await promisify(execFile)(program, [...args, email]);
  return stdout.trim();
}
