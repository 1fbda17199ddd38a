import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import vm from "node:vm";

import * as e2ee from "infisical-e2ee";

import { makeProject } from "./devserver.mjs";
import { newRealm } from "./realm.mjs";

const require = createRequire(import.meta.url);
const checks = require("../dist/arguments.js");
const { AuditLogs } = require("../dist/audit-logs.js");
const { Secrets } = require("../dist/generated/secrets.js");
const { toThisRealm } = require("../dist/realm.js");

/** A value created in another realm. */
const foreign = (code) => vm.runInNewContext(`(${code})`, { process });

test("a call in another realm is rejected with the class of its code", async () => {
  const { run } = newRealm();
  const rejected = await run(`
    const client = new e2ee.Client({ baseUrl: "http://127.0.0.1:1", deadlineMs: 2000 });
    client.account.startSignUp("a@example.test").catch((error) => error)
  `);
  assert.equal(rejected.code, "connection_failed", rejected.message);
  assert.ok(rejected instanceof run("e2ee.ConnectionFailedError"));
  assert.ok(rejected instanceof run("Error"));
  assert.equal(rejected.retryable, true);
});

test("an error thrown in another realm has the class of its code", () => {
  const { run } = newRealm();
  const thrown = [
    [`new e2ee.Client({ baseUrl: "http://127.0.0.1:1", token: "none" })`, "invalid_credential"],
    [`e2ee.parseSecrets("=", "dotenv")`, "invalid_input"],
    [`e2ee.formatSecrets({ A: "1" }, "ini")`, "invalid_input"],
    [`e2ee.verifyWebhook("{}", "t=1;${"0".repeat(64)}", "key")`, "integrity_violation"],
  ];
  for (const [code, expected] of thrown) {
    const error = run(`try { ${code}; } catch (error) { error }`);
    assert.equal(error?.code, expected, `${code}: ${error}`);
    assert.ok(error instanceof run("Error"));
  }
});

test("results in another realm are deeply objects of that realm", async (t) => {
  const { baseUrl, email, password, project } = await makeProject(t, "jun24");
  const { run } = newRealm();
  const options = { baseUrl, email, password, project, environment: "dev", requireE2ee: false };
  const results = await run(`
    const user = new e2ee.Client(${JSON.stringify(options)});
    const token = () => user.serviceTokens.create("reader");
    const made = user.secrets.create("A", "1");
    made.then(token).then(() => Promise.all([
      user.capabilities(),
      user.account.me(),
      user.projects.list(),
      user.serviceTokens.list(),
      user.secrets.list().then((list) => list.get("A").tags),
    ]))
  `);
  const own = [run("Object.prototype"), run("Array.prototype"), run("Date.prototype")];
  const check = (path, value) => {
    if (typeof value === "object" && value !== null) {
      assert.ok(own.includes(Object.getPrototypeOf(value)), `${path} is of another realm`);
      for (const [key, one] of Object.entries(value)) {
        check(`${path}.${key}`, one);
      }
    }
  };
  for (const [index, result] of results.entries()) {
    assert.ok(typeof result === "object" && result !== null, `results[${index}]`);
    check(`results[${index}]`, result);
  }
  run("user.close()");
});

test("arguments of another realm are accepted", async () => {
  const taken = [
    [checks.pem, `new Uint8Array(1)`],
    [checks.date, `new Date(0)`],
    [checks.moment, `new Date(0)`],
    [checks.arrayOf(checks.text), `["A"]`],
    [checks.jsonObject, `{ A: { B: ["C", null, 1] } }`],
    [checks.texts, `{ A: "B" }`],
    [
      ...[
        checks.abortSignal,
        `{ aborted: false, addEventListener() {}, removeEventListener() {} }`,
      ],
    ],
  ];
  for (const [check, code] of taken) {
    check("value", foreign(code));
  }

  const given = [];
  const native = {
    async setManySecrets(_call, items) {
      given.push(items);
      return { items: [], incomplete: null };
    },
    async auditLogPage(_call, filter) {
      given.push(filter.start);
      return { events: [], next: null };
    },
  };
  const secrets = new Secrets(native);
  const values = [`{ A: "1" }`, `new Map([["A", "1"]])`, `new Set([{ name: "A", value: "1" }])`];
  for (const code of values) {
    await secrets.setMany(foreign(code));
    assert.deepEqual(given.pop(), [{ name: "A", value: "1", comment: undefined }], code);
  }
  await new AuditLogs(native).query({ start: foreign("new Date(0)") });
  assert.equal(given.pop(), "1970-01-01T00:00:00.000Z");

  const text = foreign(`Uint8Array.from("no certificate", (letter) => letter.charCodeAt(0))`);
  assert.throws(
    () => new e2ee.Client({ baseUrl: "http://127.0.0.1:1", certificateAuthorities: text }),
    /certificate/i,
  );
  assert.equal(e2ee.formatSecrets(foreign(`new Map([["A", "1"]])`), "dotenv"), "A=1\n");
});

test("an incomplete list of another copy of the package is not copied", async () => {
  const { run } = newRealm();
  const list = run(`({
    *[Symbol.iterator]() {},
    checkComplete() { throw new e2ee.DecryptionFailedError("incomplete"); },
  })`);
  const secrets = new Secrets({ setManySecrets: async () => ({ items: [], incomplete: null }) });
  await assert.rejects(secrets.setMany(list), /incomplete/);
  assert.throws(() => e2ee.formatSecrets(list, "json"), /incomplete/);
});

test("an argument that only resembles the expected type is refused", () => {
  const refused = [
    [checks.date, `new Date(NaN)`],
    [checks.date, `{ getTime() { return 0; } }`],
    [checks.moment, `0`],
    [checks.pem, `[1]`],
    [checks.abortSignal, `{}`],
    [checks.abortSignal, `{ aborted: false }`],
    [checks.abortSignal, `null`],
  ];
  for (const [check, code] of refused) {
    assert.throws(() => check("value", foreign(code)), e2ee.InvalidInputError, code);
  }
});

test("bytes of any realm stay bytes, in this realm", () => {
  for (const bytes of [Uint8Array.of(1, 255), foreign("Uint8Array.of(1, 255)")]) {
    const here = toThisRealm(bytes);
    assert.equal(Object.getPrototypeOf(here), Uint8Array.prototype);
    assert.deepEqual([...here], [1, 255]);
  }
});
