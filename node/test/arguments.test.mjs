import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { Client, InvalidInputError } from "infisical-e2ee";

const require = createRequire(import.meta.url);
const { checkOptions, flag, text } = require("../dist/arguments.js");
const { ApiKeys } = require("../dist/generated/api-keys.js");
const { Identities } = require("../dist/generated/identities.js");
const { Members } = require("../dist/generated/members.js");
const { Roles } = require("../dist/generated/roles.js");
const { Secrets } = require("../dist/generated/secrets.js");

const CHECKS = { name: text, force: flag };

test("checkOptions omits undefined and null", () => {
  assert.deepEqual(checkOptions({ name: null, force: undefined }, CHECKS), {});
  assert.deepEqual(checkOptions({ name: "", force: false }, CHECKS), { name: "", force: false });
  assert.deepEqual(checkOptions({}, CHECKS), {});
});

test("checkOptions accepts inherited and computed options", () => {
  class Options {
    get name() {
      return "computed";
    }
  }
  assert.deepEqual(checkOptions(new Options(), CHECKS), { name: "computed" });
  const inherited = Object.create({ name: "inherited" });
  assert.deepEqual(checkOptions(inherited, CHECKS), { name: "inherited" });
});

test("checkOptions with an unknown option or a non-object is refused", () => {
  const refused = [
    [{ nmae: undefined }, /"nmae".*name, force/],
    [Object.create({ nmae: "" }), /"nmae"/],
    [{ constructor: "" }, /"constructor"/],
    [null, /options must be an object/],
    [
      "planted",
      /options must be an object such as \{ name: … \}, not a string\. The options are: name/,
    ],
  ];
  for (const [options, message] of refused) {
    assert.throws(
      () => checkOptions(options, CHECKS),
      (error) => {
        assert.ok(error instanceof InvalidInputError, String(error));
        assert.match(error.message, message);
        assert.ok(!error.message.includes("planted"));
        return true;
      },
    );
  }
});

test("call with null for an option uses the default", async () => {
  const given = [];
  const native = {
    async listSecrets(_call, place, how) {
      given.push({ place, how });
      return { secrets: [], failures: [], incomplete: null, noEnvironment: null };
    },
  };
  const secrets = new Secrets(native);
  await secrets.list();
  await secrets.list({
    ...{ signal: null, timeoutMs: null, project: null, environment: null, path: null },
    ...{ type: null, overrides: null, imports: null, expandReferences: null },
    ...{ unknownReferences: null, nestedReferences: null },
  });
  assert.equal(given.length, 2);
  assert.deepEqual(given[1], given[0]);
});

test("Client with null for an option uses the default", () => {
  new Client({
    baseUrl: "http://127.0.0.1:1",
    ...{ grantedBy: null, project: null, timeoutMs: null, deadlineMs: null },
    ...{ allowHttp: null, certificateAuthorities: null, maxResponseBytes: null },
    ...{ requireE2ee: null, sendPassword: null },
  }).close();
});

test("apiKeys.create requires expiresInSeconds", async () => {
  const given = [];
  const native = {
    async createApiKey(_call, name, expiresIn) {
      given.push([name, expiresIn]);
      return { key: "ak.1.2", info: {} };
    },
  };
  const apiKeys = new ApiKeys(native);
  await apiKeys.create("ci", { expiresInSeconds: 3600 });
  assert.deepEqual(given, [["ci", 3600]]);
  for (const options of [{}, { expiresInSeconds: 0.5 }, { expiresInSeconds: null }]) {
    await assert.rejects(apiKeys.create("ci", options), /expiresInSeconds .* seconds/);
  }
});

test("updateUniversalAuth takes and returns lifetimes in seconds", async () => {
  const given = [];
  const native = {
    async updateUniversalAuth(_call, id, settings) {
      given.push(id, settings);
      return { clientId: "1", accessTokenTtl: 60, accessTokenMaxTtl: 3600 };
    },
  };
  const auth = await new Identities(native).updateUniversalAuth("1", {
    accessTokenTtlSeconds: 60,
    accessTokenTrustedIps: ["10.0.0.0/8"],
    accessTokenMaxUses: null,
  });
  const expected = { clientId: "1", accessTokenTtlSeconds: 60, accessTokenMaxTtlSeconds: 3600 };
  assert.deepEqual(auth, expected);
  assert.deepEqual(JSON.parse(JSON.stringify(given)), [
    "1",
    { accessTokenTtl: 60, accessTokenTrustedIps: ["10.0.0.0/8"] },
  ]);
});

test("token auth methods take and return lifetimes in seconds", async () => {
  const given = [];
  const granted = { accessTokenMaxUses: null, accessTokenTrustedIps: ["0.0.0.0/0", "::/0"] };
  const answer = async (_call, ...asked) => {
    given.push(asked);
    return { ...granted, accessTokenTtl: 60, accessTokenMaxTtl: 3600 };
  };
  const native = { attachTokenAuth: answer, updateTokenAuth: answer, getTokenAuth: answer };
  const identities = new Identities(native);
  const options = {
    accessTokenTtlSeconds: 60,
    accessTokenMaxTtlSeconds: 3600,
    accessTokenTrustedIps: ["10.0.0.0/8"],
  };
  const expected = { ...granted, accessTokenTtlSeconds: 60, accessTokenMaxTtlSeconds: 3600 };
  assert.deepEqual(await identities.attachTokenAuth("1", options), expected);
  assert.deepEqual(await identities.updateTokenAuth("2", { accessTokenMaxUses: 0 }), expected);
  assert.deepEqual(await identities.tokenAuth("3"), expected);
  assert.deepEqual(JSON.parse(JSON.stringify(given)), [
    ["1", { accessTokenTtl: 60, accessTokenMaxTtl: 3600, accessTokenTrustedIps: ["10.0.0.0/8"] }],
    ["2", { accessTokenMaxUses: 0 }],
    ["3"],
  ]);
  for (const name of ["accessTokenTtlSeconds", "accessTokenMaxTtlSeconds"]) {
    await assert.rejects(identities.attachTokenAuth("1", { [name]: 1.5 }), InvalidInputError);
    await assert.rejects(identities.updateTokenAuth("1", { [name]: 1.5 }), InvalidInputError);
  }
});

const RULE = { subject: "secrets", actions: ["read"] };

test("roles.create takes and returns conditions as plain objects", async () => {
  const given = [];
  const native = {
    async createRole(_call, role) {
      given.push(...role.permissions);
      return role;
    },
  };
  const conditions = { environment: { $in: ["dev", "staging"] }, secretPath: "/ünï" };
  const permissions = [RULE, { ...RULE, conditions, inverted: true }];
  const role = await new Roles(native).create("reader", "Reader", { permissions });
  assert.deepEqual(given, [
    { ...RULE, conditions: undefined, inverted: false },
    { ...RULE, conditions: JSON.stringify(conditions), inverted: true },
  ]);
  assert.deepEqual(role.permissions, [
    { ...RULE, conditions: null, inverted: false },
    { ...RULE, conditions, inverted: true },
  ]);
});

test("roles.create with an invalid permission is refused", async () => {
  const cyclic = {};
  cyclic.a = cyclic;
  const cyclicArray = [];
  cyclicArray.push(cyclicArray);
  const refused = [
    [{ ...RULE, condition: {} }, /permissions\[0\] has no field "condition".*conditions/],
    [{ ...RULE, conditions: "{}" }, /permissions\[0\]\.conditions must be a plain object/],
    [{ ...RULE, conditions: new Map([["environment", "dev"]]) }, /conditions must be a plain/],
    [{ ...RULE, conditions: { environment: undefined } }, /conditions\.environment must be/],
    [{ ...RULE, conditions: { a: { $in: [Number.NaN] } } }, /conditions\.a\.\$in\[0\] must be/],
    [{ ...RULE, conditions: { a: { $in: ["dev", , "ci"] } } }, /conditions\.a\.\$in\[1\] must be/],
    [{ ...RULE, conditions: cyclic }, /permissions\[0\]\.conditions is .* contains itself/],
    [
      { ...RULE, conditions: { a: cyclicArray } },
      /permissions\[0\]\.conditions is .* contains itself/,
    ],
    [{ ...RULE, inverted: "no" }, /permissions\[0\]\.inverted/],
    [{ subject: "secrets", actions: "read" }, /permissions\[0\]\.actions must be an array/],
    [null, /permissions\[0\]\.subject must be a string/],
  ];
  for (const [permission, message] of refused) {
    await assert.rejects(
      new Roles({}).create("reader", "Reader", { permissions: [permission] }),
      (error) => error instanceof InvalidInputError && message.test(error.message),
    );
  }
});

test("members.deny with an unknown or missing field is refused", async () => {
  const refused = [
    [{ environment: "dev", permission: "read", permissions: [] }, /no field "permissions"/],
    [{ environment: "dev", permision: "read" }, /denied\[0\] has no field "permision"/],
    [{ environment: "dev" }, /denied\[0\]\.permission must be a string/],
    [null, /denied\[0\]\.environment must be a string/],
  ];
  for (const [denied, message] of refused) {
    await assert.rejects(
      new Members({}).deny("1", [denied]),
      (error) => error instanceof InvalidInputError && message.test(error.message),
    );
  }
  await assert.rejects(new Members({}).deny("1", new Array(1)), InvalidInputError);
});
