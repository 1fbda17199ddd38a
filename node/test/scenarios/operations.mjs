// The operations of the client, by name.
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { Client, InfisicalError, formatSecrets, parseSecrets, verifyWebhook } from "infisical-e2ee";

const OPERATIONS = JSON.parse(
  await readFile(new URL("../../../tests/operations.json", import.meta.url), "utf8"),
);

/** Required options. */
const REQUIRED_OPTIONS = ["expires_in"];

/** Functions that need no client. */
const FUNCTIONS = {
  format_secrets: ({ secrets, format }) => formatSecrets(secrets, format),
  parse_secrets: ({ text, format }) =>
    Array.from(parseSecrets(text, format), ([name, value]) => ({ name, value })),
  verify_webhook: ({ payload, signature, secret, tolerance, now }) => {
    const time = now === undefined ? undefined : new Date(now * 1000);
    verifyWebhook(payload, signature, secret, { toleranceSeconds: tolerance, now: time });
  },
};

const CLIENT_OPTIONS = [
  ...["base_url", "token", "email", "password", "key_password", "private_key"],
  ...["access_token", "api_key"],
  ...["project", "environment", "organization", "timeout", "deadline", "allow_http"],
  ...[
    "certificate_authorities",
    "proxy",
    "max_response_bytes",
    "client_id",
    "service_account_key",
    "granted_by",
    "service_token_v3",
    "client_secret",
    "identity_token",
    "require_e2ee",
    "send_password",
    "trusted_sealers",
    "require_trusted_sealer",
    "trust_store",
  ],
];

/** Runs a step; returns the result as JSON. */
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
  if (Object.hasOwn(FUNCTIONS, op)) {
    return FUNCTIONS[op](Object.fromEntries(args)) ?? null;
  }
  const client = clients.get(name);
  if (client === undefined) {
    throw new Error(`there is no client ${name}`);
  }
  if (op === "client.close") {
    take(args, []);
    return client.close() ?? null;
  }
  if (op === "client.capabilities") {
    return toJson(await client.capabilities(takeOptions(args, [])));
  }
  if (op === "secrets.to_map") {
    // Names of secrets are not identifiers, and stay as they are.
    const options = takeOptions(args, OPERATIONS["secrets.list"].options);
    return (await client.secrets.list(options)).toObject();
  }
  if (!Object.hasOwn(OPERATIONS, op)) {
    throw new Error("there is no such operation");
  }
  if (op.startsWith("kms.")) {
    for (const name of BYTES.filter((name) => args.has(name))) {
      args.set(name, Buffer.from(args.get(name), "base64"));
    }
  }
  const { required, options } = OPERATIONS[op];
  const positional = required.filter((name) => !REQUIRED_OPTIONS.includes(name));
  const [resource, method] = op.split(".").map(camel);
  const before = take(args, positional, [...required, ...options]);
  const result = await client[resource][method](
    ...before,
    takeOptions(args, [...REQUIRED_OPTIONS, ...options]),
  );
  return op === "audit_logs.export" ? parseLines(result) : toJson(result);
}

function parseLines(text) {
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const snake = (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name) => name.replaceAll(/_(.)/g, (_, first) => first.toUpperCase());

/** Takes the named arguments. Fails if one is missing, or if another one is not an option. */
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

const RENAMED = {
  timeout: "timeoutMs",
  deadline: "deadlineMs",
  expires_in: "expiresInSeconds",
  access_token_ttl: "accessTokenTtlSeconds",
  access_token_max_ttl: "accessTokenMaxTtlSeconds",
  ttl: "ttlSeconds",
};

function takeOptions(args, names) {
  take(args, [], names);
  return Object.fromEntries(
    [...args].map(([name, value]) => {
      const option = RENAMED[name] ?? camel(name);
      return [option, option.endsWith("Ms") ? value * 1000 : value];
    }),
  );
}

/** Arguments that are bytes, which scenarios have as base64. */
const BYTES = ["plaintext", "ciphertext", "data", "signature"];

const HIDDEN = [
  "value",
  "comment",
  "token",
  "accessToken",
  "key",
  "link",
  "code",
  "accessKey",
  "privateKey",
  "backupKey",
  "clientSecret",
];

/** With keys in snake_case, and with the properties that JSON.stringify omits. */
function toJson(result) {
  if (result === undefined || result === null) {
    return null;
  }
  if (result instanceof Date) {
    return result.toISOString();
  }
  if (result instanceof Uint8Array) {
    return Buffer.from(result).toString("base64");
  }
  if (Array.isArray(result)) {
    return result.map(toJson);
  }
  if (typeof result !== "object") {
    return result;
  }
  if (result instanceof InfisicalError) {
    return result.code;
  }
  if ("field" in result && result.error instanceof InfisicalError) {
    return toJson({ id: result.id, field: result.field, code: result.error.code });
  }
  if (Symbol.iterator in result) {
    const items = [...result].map(toJson);
    if (!("failures" in result)) return items;
    const failures = result.failures.map(toJson);
    return { secrets: items, failures, etag: result.etag ?? null };
  }
  const hidden = HIDDEN.filter((name) => name in result).map((name) => [name, result[name]]);
  return Object.fromEntries(
    [...Object.entries(result), ...hidden].map(([name, value]) => [
      snake(name.replace(/Seconds$/, "")),
      // Its keys come from the server and stay as they are.
      name === "conditions" ? value : toJson(value),
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
