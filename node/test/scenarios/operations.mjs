// The operations of the client, by name.
import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

import { Client, InfisicalError, formatSecrets, parseSecrets, verifyWebhook } from "infisical-e2ee";

const LOCATION = ["project", "environment", "path"];
const PLACE = [...LOCATION, "type"];
const FILTER = ["project", "events", "actor", "channel", "start", "end", "metadata"];
const TOKEN_AUTH = [
  ...["access_token_ttl", "access_token_max_ttl", "access_token_max_uses"],
  "access_token_trusted_ips",
];
const UNIVERSAL_AUTH = [...TOKEN_AUTH, "client_secret_trusted_ips"];
const REFERENCES = ["expand_references", "unknown_references", "nested_references"];
const LIST = [...PLACE, "overrides", "imports", ...REFERENCES];

/** Of each operation: what is passed by position, and what as an option. */
const OPERATIONS = {
  "account.start_sign_up": [["email"], []],
  "account.complete_sign_up": [
    ["email", "code", "password"],
    ["first_name", "last_name", "organization_name", "invited_to", "send_password"],
  ],
  "account.me": [[], []],
  "account.sign_up_administrator": [
    ["email", "password"],
    ["first_name", "last_name", "send_password"],
  ],
  "account.set_name": [["first_name"], ["last_name"]],
  "account.sessions": [[], []],
  "account.end_sessions": [[], []],
  "account.delete": [[], []],
  "environments.list": [[], ["project"]],
  "environments.create": [["name", "slug"], ["project"]],
  "environments.update": [["slug"], ["new_name", "new_slug", "project"]],
  "environments.delete": [["slug"], ["project"]],
  "folders.list": [[], LOCATION],
  "folders.create": [["name"], LOCATION],
  "folders.rename": [["name", "new_name"], LOCATION],
  "folders.delete": [["name"], LOCATION],
  "groups.list": [[], ["organization"]],
  "groups.get": [["id"], []],
  "groups.create": [["name"], ["slug", "role", "organization"]],
  "groups.update": [["id"], ["new_name", "new_slug", "role"]],
  "groups.delete": [["id"], []],
  "groups.members": [["id"], []],
  "groups.add_member": [["id", "username"], []],
  "groups.remove_member": [["id", "username"], []],
  "groups.list_in_project": [[], ["project"]],
  "groups.add_to_project": [["id", "role"], ["project"]],
  "groups.set_role_in_project": [["id", "role"], ["project"]],
  "groups.remove_from_project": [["id"], ["project"]],
  "identities.create": [["name"], ["organization", "role"]],
  "identities.list": [[], ["organization"]],
  "identities.delete": [["id"], []],
  "identities.update": [["id"], ["new_name", "role"]],
  "identities.projects": [["id"], []],
  "identities.attach_universal_auth": [["id"], UNIVERSAL_AUTH],
  "identities.universal_auth": [["id"], []],
  "identities.update_universal_auth": [["id"], UNIVERSAL_AUTH],
  "identities.detach_universal_auth": [["id"], []],
  "identities.create_client_secret": [["id"], ["description", "expires_in", "max_uses"]],
  "identities.list_client_secrets": [["id"], []],
  "identities.revoke_client_secret": [["id", "client_secret_id"], []],
  "identities.attach_token_auth": [["id"], TOKEN_AUTH],
  "identities.token_auth": [["id"], []],
  "identities.update_token_auth": [["id"], TOKEN_AUTH],
  "identities.detach_token_auth": [["id"], []],
  "identities.create_access_token": [["id"], ["name"]],
  "identities.list_access_tokens": [["id"], []],
  "identities.rename_access_token": [["token_id", "new_name"], []],
  "identities.revoke_access_token": [["token_id"], []],
  "identities.add_to_project": [["id", "role"], ["project"]],
  "identities.list_in_project": [[], ["project"]],
  "identities.set_role_in_project": [["id", "role"], ["project"]],
  "identities.remove_from_project": [["id"], ["project"]],
  "members.list": [[], ["project"]],
  "members.invite": [["email"], ["project", "expect_fingerprint"]],
  "members.set_role": [["member_id", "role"], ["project"]],
  "members.deny": [["member_id", "denied"], ["project"]],
  "members.remove": [["member_id"], ["project"]],
  "members.share_key": [["member_id"], ["project", "expect_fingerprint"]],
  "organizations.list": [[], []],
  "projects.create": [["name"], ["organization"]],
  "projects.list": [[], []],
  "projects.get": [["id"], []],
  "projects.open_key": [["id"], []],
  "projects.rename": [["id", "name"], []],
  "projects.delete": [["id"], []],
  "projects.set_auto_capitalization": [["id", "enabled"], []],
  "projects.set_version_limit": [["id", "limit"], []],
  "projects.leave": [["id"], []],
  "projects.share_key_with_server": [["id"], []],
  "projects.stop_sharing_key_with_server": [["id"], []],
  "projects.is_key_shared_with_server": [["id"], []],
  "projects.blind_index_status": [["id"], []],
  "projects.enable_blind_indices": [["id"], []],
  "roles.list": [[], ["project"]],
  "roles.get": [["slug"], ["project"]],
  "roles.create": [
    ["slug", "name"],
    ["description", "permissions", "project"],
  ],
  "roles.update": [["slug"], ["new_slug", "new_name", "description", "permissions", "project"]],
  "roles.delete": [["slug"], ["project"]],
  "secret_imports.list": [[], LOCATION],
  "secret_imports.create": [["from_environment", "from_path"], LOCATION],
  "secret_imports.update": [["id"], ["from_environment", "from_path", "position", ...LOCATION]],
  "secret_imports.delete": [["id"], LOCATION],
  "secrets.get": [["name"], [...PLACE, "imports", ...REFERENCES, "version"]],
  "secrets.list": [[], LIST],
  "secrets.create": [
    ["name", "value"],
    ["comment", ...PLACE],
  ],
  "secrets.update": [["name"], ["value", "comment", "new_name", ...PLACE]],
  "secrets.delete": [["name"], PLACE],
  "secrets.set_many": [["values"], ["dry_run", ...LOCATION]],
  "secrets.delete_many": [["names"], ["dry_run", ...LOCATION]],
  "secrets.set_tags": [["name", "tags"], LOCATION],
  "secrets.move": [["names"], ["to_environment", "to_path", "overwrite", ...LOCATION]],
  "service_tokens.create": [["name"], ["project", "scopes", "permissions", "expires_in"]],
  "service_tokens.describe": [[], []],
  "service_tokens.list": [[], ["project"]],
  "service_tokens.delete": [["id"], []],
  "organizations.create": [["name"], []],
  "organizations.rename": [["id", "name"], []],
  "organizations.members": [[], ["organization"]],
  "organizations.set_role": [["member_id", "role"], ["organization"]],
  "organizations.remove_member": [["member_id"], ["organization"]],
  "organizations.invite": [["email"], ["organization"]],
  "organizations.incident_contacts": [[], ["organization"]],
  "organizations.add_incident_contact": [["email"], ["organization"]],
  "organizations.remove_incident_contact": [["email"], ["organization"]],
  "organizations.projects": [[], ["organization"]],
  "api_keys.list": [[], []],
  "api_keys.create": [["name"], ["expires_in"]],
  "api_keys.delete": [["id"], []],
  "account.accept_invitation": [["email", "organization", "code"], []],
  "account.log_out": [[], []],
  "audit_logs.query": [[], [...FILTER, "cursor", "limit"]],
  "audit_logs.changes": [["id"], ["project"]],
  "audit_logs.actors": [[], ["project"]],
  "service_accounts.create": [["name"], ["organization", "expires_in"]],
  "service_accounts.list": [[], ["organization"]],
  "service_accounts.rename": [["id", "new_name"], []],
  "service_accounts.delete": [["id"], []],
  "service_accounts.permissions": [["id"], []],
  "service_accounts.keys": [["id"], []],
  "service_accounts.grant": [
    ["id"],
    ["project", "environment", "permissions", "expect_fingerprint"],
  ],
  "service_accounts.revoke": [["id", "permission_id"], []],
  "secrets.propose_create": [
    ["name", "value"],
    ["comment", ...PLACE],
  ],
  "secrets.propose_update": [["name"], ["value", "comment", "new_name", ...PLACE]],
  "secrets.propose_delete": [["name"], PLACE],
  "secrets.versions": [["name"], PLACE],
  "secrets.roll_back": [["name", "version"], PLACE],
  "snapshots.list": [[], LOCATION],
  "snapshots.count": [[], LOCATION],
  "snapshots.get": [["id"], ["project"]],
  "snapshots.roll_back": [["id"], ["project"]],
  "account.change_password": [["new_password"], ["send_password"]],
  "account.create_backup_key": [[], ["name"]],
  "account.start_recovery": [["email"], []],
  "account.complete_recovery": [["email", "code", "backup_key", "new_password"], ["send_password"]],
  "account.verify_mfa": [["code"], []],
  "account.resend_mfa_code": [[], []],
  "account.set_mfa": [["enabled"], []],
  "tags.list": [[], ["project"]],
  "tags.create": [
    ["name", "slug"],
    ["color", "project"],
  ],
  "tags.update": [["tag"], ["new_slug", "color", "project"]],
  "tags.delete": [["tag"], ["project"]],
};

/** What needs no client. */
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
  ...["base_url", "token", "email", "password", "access_token", "api_key", "private_key"],
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
  ],
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
    // The names of secrets are no identifiers to respell.
    return (await client.secrets.list(takeOptions(args, LIST))).toObject();
  }
  if (op === "audit_logs.export") {
    const lines = await client.auditLogs.export(takeOptions(args, FILTER));
    return lines
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  }
  if (!Object.hasOwn(OPERATIONS, op)) {
    throw new Error("there is no such operation");
  }
  const [positional, options] = OPERATIONS[op];
  const [resource, method] = op.split(".").map(camel);
  const before = take(args, positional, options);
  return toJson(await client[resource][method](...before, takeOptions(args, options)));
}

const snake = (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
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

const RENAMED = {
  timeout: "timeoutMs",
  deadline: "deadlineMs",
  expires_in: "expiresInSeconds",
  access_token_ttl: "accessTokenTtlSeconds",
  access_token_max_ttl: "accessTokenMaxTtlSeconds",
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
  if (result instanceof InfisicalError) {
    return result.code;
  }
  if ("field" in result && result.error instanceof InfisicalError) {
    return toJson({ id: result.id, field: result.field, code: result.error.code });
  }
  if (Symbol.iterator in result) {
    const items = [...result].map(toJson);
    return "failures" in result ? { secrets: items, failures: result.failures.map(toJson) } : items;
  }
  const hidden = HIDDEN.filter((name) => name in result).map((name) => [name, result[name]]);
  return Object.fromEntries(
    [...Object.entries(result), ...hidden].map(([name, value]) => [
      snake(name.replace(/Seconds$/, "")),
      // Its keys are the server's.
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
