// The operations of the client, by name.
import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { Client } from "infisical-e2ee";

const PLACE = ["project", "environment", "path", "type"];

/** Of each operation: what is passed by position, what as an option, and what to call. */
const OPERATIONS = {
  "client.close": [[], [], (client) => client.close()],
  "secrets.get": [["name"], PLACE, (client, ...args) => client.secrets.get(...args)],
  "secrets.list": [[], PLACE, (client, ...args) => client.secrets.list(...args)],
  "secrets.to_map": [
    [],
    PLACE,
    async (client, ...args) => (await client.secrets.list(...args)).toObject(),
  ],
  "secrets.create": [
    ["name", "value"],
    ["comment", ...PLACE],
    (client, ...args) => client.secrets.create(...args),
  ],
  "secrets.update": [
    ["name"],
    ["value", "comment", ...PLACE],
    (client, ...args) => client.secrets.update(...args),
  ],
  "secrets.delete": [["name"], PLACE, (client, ...args) => client.secrets.delete(...args)],
  "projects.create": [
    ["name"],
    ["organization"],
    (client, ...args) => client.projects.create(...args),
  ],
  "projects.list": [[], [], (client, ...args) => client.projects.list(...args)],
  "projects.get": [["id"], [], (client, ...args) => client.projects.get(...args)],
  "projects.open_key": [["id"], [], (client, ...args) => client.projects.openKey(...args)],
  "organizations.list": [[], [], (client, ...args) => client.organizations.list(...args)],
  "account.start_sign_up": [
    ["email"],
    [],
    (client, ...args) => client.account.startSignUp(...args),
  ],
  "account.complete_sign_up": [
    ["email", "code", "password"],
    ["first_name", "last_name", "organization_name", "send_password"],
    (client, ...args) => client.account.completeSignUp(...args),
  ],
  "account.me": [[], [], (client, ...args) => client.account.me(...args)],
  "service_tokens.create": [
    ["name"],
    ["project", "scopes", "permissions", "expires_in"],
    (client, ...args) => client.serviceTokens.create(...args),
  ],
  "service_tokens.describe": [[], [], (client, ...args) => client.serviceTokens.describe(...args)],
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
  if (!Object.hasOwn(OPERATIONS, op)) {
    throw new Error("there is no such operation");
  }
  const client = clients.get(name);
  if (client === undefined) {
    throw new Error(`there is no client ${name}`);
  }
  const [positional, options, call] = OPERATIONS[op];
  const before = take(args, positional, options);
  const result = await call(client, ...before, takeOptions(args, options));
  // The names of secrets are no identifiers to respell.
  return op === "secrets.to_map" ? result : toJson(result);
}

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
      const option = RENAMED[name] ?? name.replaceAll(/_(.)/g, (_, first) => first.toUpperCase());
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
