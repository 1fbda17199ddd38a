import assert from "node:assert/strict";
import { Console } from "node:console";
import { createRequire } from "node:module";
import { Writable } from "node:stream";
import { test } from "node:test";
import { inspect } from "node:util";

import { Client, DecryptionFailedError } from "infisical-e2ee";

import { makeProject } from "./devserver.mjs";

const require = createRequire(import.meta.url);

/** Every way to log an object. */
function shown(object) {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const logger = new Console(stream, stream);
  logger.log(object);
  logger.dir(object, { showHidden: true, depth: null });
  logger.log("%s %o %O %j", object, object, object, object);
  logger.table(object);
  return [
    text,
    inspect(object),
    inspect(object, { showHidden: true, depth: null }),
    inspect(object, { showHidden: true, getters: true, depth: null }),
    JSON.stringify(object),
    String(object),
    `${object}`,
    inspect(structuredClone(object), { showHidden: true, depth: null }),
    inspect({ ...object }, { showHidden: true, depth: null }),
    String(Object.entries(object)),
  ].join("\n");
}

test("log output contains no secrets", async (t) => {
  const { baseUrl, password, project, user } = await makeProject(t);
  const secret = await user.secrets.create("PLAIN_NAME", "planted-value", {
    project,
    comment: "planted-comment",
  });
  const list = await user.secrets.list({ project });
  const created = await user.serviceTokens.create("reader", { project });
  const reader = new Client({ baseUrl, token: created.token });
  await reader.secrets.list();
  const error = await user.secrets
    .create("PLAIN_NAME", "planted-value", { project })
    .catch((e) => e);

  const tokenParts = created.token.split(".").slice(2);
  assert.equal(tokenParts.length, 2);
  const planted = ["planted", password, ...tokenParts];
  for (const object of [secret, list, [...list], created, user, reader, error, error.stack]) {
    const text = shown(object);
    for (const text_ of planted) {
      assert.ok(!text.includes(text_), text);
    }
  }
  assert.match(shown(secret), /PLAIN_NAME/);
  assert.match(shown(list), /PLAIN_NAME/);
  assert.deepEqual([secret.value, secret.comment], ["planted-value", "planted-comment"]);
  assert.deepEqual(list.toObject(), { PLAIN_NAME: "planted-value" });
});

const NONE = { expiresAt: null, createdAt: null };
const RECORDS = "generated/records";
const VERSION = { id: "version-1", secretId: "secret-1", version: 1, kind: "shared" };

/** Each class: its module, the native module's public fields, and the secret fields. */
const CONFIDENTIAL = [
  [RECORDS, "CreatedApiKey", { info: { id: "key-1", name: "ci", ...NONE } }, ["key"]],
  [RECORDS, "AuditedSecret", { version: 1, name: "PLAIN_NAME" }, ["value"]],
  [RECORDS, "SecretMetadata", { key: "PLAIN_NAME", encrypted: true }, ["value"]],
  [RECORDS, "EmergencyKit", { name: "Ada", email: "ada@example.test" }, ["backupKey"]],
  [
    ...[RECORDS, "Invitation"],
    { email: "bob@example.test", organizationId: "organization-1" },
    ["link", "code"],
  ],
  [
    ...["secret-version", "SecretVersion"],
    { ...VERSION, environment: "dev", name: "PLAIN_NAME", deleted: null, createdAt: null },
    ["value", "comment"],
  ],
  [
    ...[RECORDS, "CreatedServiceAccount"],
    { info: { id: "account-1", ...NONE }, publicKey: "public", grantedBy: "granter" },
    ["accessKey", "privateKey"],
  ],
  [RECORDS, "CreatedServiceToken", { info: { id: "token-1", ...NONE } }, ["token"]],
  [RECORDS, "CreatedAccessToken", { expiresIn: 2_592_000 }, ["accessToken"]],
  [
    ...[RECORDS, "CreatedClientSecret"],
    { info: { id: "cs-1", description: "ci", prefix: "ab12", uses: 0, maxUses: null, ...NONE } },
    ["clientSecret"],
  ],
];

for (const [module, name, open, secret] of CONFIDENTIAL) {
  test(`${name} redacts its secrets in log output and returns them as fields`, () => {
    const planted = Object.fromEntries(secret.map((field) => [field, `planted-${field}`]));
    const object = new (require(`../dist/${module}.js`)[name])({ ...open, ...planted });
    const text = shown(object);
    assert.ok(!text.includes("planted"), text);
    for (const field of secret) {
      assert.equal(object[field], planted[field]);
    }
    const [visible] = JSON.stringify(open).match(/[\w@.-]+-1|Ada|PLAIN_NAME|\b\d{7}\b/);
    assert.ok(inspect(object, { depth: null }).startsWith(`${name} `));
    assert.ok(inspect(object, { depth: null }).includes(visible));
    assert.ok(JSON.stringify(object).includes(visible));
    assert.ok(String(object).startsWith(name));
  });
}

test("SecretHistory and SnapshotContents redact their versions in log output", () => {
  const { SecretHistory } = require("../dist/secret-version.js");
  const { SnapshotContents } = require("../dist/snapshot-contents.js");
  const version = { ...VERSION, name: "PLAIN_NAME", value: "planted", comment: "planted" };
  const rest = { failures: [], incomplete: null };
  const history = new SecretHistory({ versions: [version], ...rest });
  const contents = new SnapshotContents({ id: "1", secrets: [version], folders: [], ...rest });
  for (const object of [history, contents]) {
    assert.ok(!shown(object).includes("planted"), shown(object));
    assert.match(JSON.stringify(object), /PLAIN_NAME/);
    object.checkComplete();
  }
});

test("checkComplete of an incomplete history or snapshot throws", () => {
  const { SecretHistory } = require("../dist/secret-version.js");
  const { SnapshotContents } = require("../dist/snapshot-contents.js");
  const incomplete = { code: "decryption_failed", message: "1 of 1 versions", retryAfter: null };
  const failures = [{ id: "1", field: "secretValue", error: incomplete }];
  for (const object of [
    new SecretHistory({ versions: [], failures, incomplete }),
    new SnapshotContents({ id: "1", secrets: [], folders: [], failures, incomplete }),
  ]) {
    assert.throws(() => object.checkComplete(), DecryptionFailedError);
    assert.ok(object.failures[0].error instanceof DecryptionFailedError);
  }
});
