import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { ConflictError, InvalidInputError, PayloadTooLargeError } from "infisical-e2ee";

import { makeProject } from "./devserver.mjs";

const require = createRequire(import.meta.url);
const { Secrets } = require("../dist/generated/secrets.js");
const { SecretList } = require("../dist/secret.js");

const failure = (code, message) => ({
  ...{ code, message, status: 400, requestId: null, retryable: false, retryAfter: null },
});

/** A `Secrets` whose native module calls `setMany`, and the arguments the module received. */
function secretsThat(setMany) {
  const given = [];
  const native = {
    async setManySecrets(_call, items, dryRun, tell, location) {
      given.push({ items, dryRun, location });
      return (await setMany?.(tell)) ?? { items: [], incomplete: null };
    },
  };
  return { secrets: new Secrets(native), given };
}

test("BulkResult has the status and error of each secret", async () => {
  const items = [
    { name: "A", action: "create", status: "done", error: null, approval: null },
    {
      ...{ name: "B", action: "update", status: "failed", approval: null },
      error: failure("payload_too_large", "B is too large"),
    },
    {
      ...{ name: "C", action: "update", status: "proposed" },
      error: failure("permission_denied", "C awaits approval"),
      approval: { id: "request-1", status: "open" },
    },
  ];
  const incomplete = failure("payload_too_large", "2 of 3 were not changed. The first: B");
  const { secrets } = secretsThat(() => ({ items, incomplete }));
  const result = await secrets.setMany({ A: "1", B: "2", C: "3" });
  assert.equal(result.length, 3);
  assert.deepEqual(
    [...result].map(({ name, status }) => [name, status]),
    [
      ["A", "done"],
      ["B", "failed"],
      ["C", "proposed"],
    ],
  );
  assert.equal(result.get("A").error, null);
  assert.ok(result.get("B").error instanceof PayloadTooLargeError);
  assert.deepEqual(result.get("C").approval, { id: "request-1", status: "open" });
  assert.equal(result.get("D"), undefined);
  assert.ok(result.has("C") && !result.has("D"));
  assert.deepEqual(
    result.filter(({ status }) => status !== "done").map(({ name }) => name),
    ["B", "C"],
  );
  assert.equal(JSON.parse(JSON.stringify(result))[2].approval.id, "request-1");
  assert.equal(String(result), "BulkResult(3 items)");
  assert.throws(
    () => result.checkComplete(),
    (error) => error instanceof PayloadTooLargeError && /2 of 3/.test(error.message),
  );
  const { secrets: fine } = secretsThat();
  (await fine.setMany({})).checkComplete();
});

test("setMany takes values as an object, a Map or an iterable", async () => {
  const { secrets, given } = secretsThat();
  await secrets.setMany({ A: "1" }, { dryRun: null, project: "p" });
  await secrets.setMany(new Map([["A", "1"]]));
  await secrets.setMany([{ name: "A", value: "1" }]);
  await secrets.setMany(new Set([{ name: "A", value: "1" }]));
  for (const { items, dryRun } of given) {
    assert.deepEqual(items, [{ name: "A", value: "1", comment: undefined }]);
    assert.equal(dryRun, false);
  }
  assert.equal(given[0].location.project, "p");

  const planted = "planted-value";
  const incomplete = new SecretList({
    ...{ secrets: [], failures: [], noEnvironment: null, noMap: null, folder: null },
    incomplete: failure("conflict", "incomplete"),
  });
  const refused = [
    [null, InvalidInputError, /values must be an object/],
    ["A=1", InvalidInputError, /values must be an object/],
    [{ A: [planted] }, InvalidInputError, /^secret "A": value must be a string, not an array$/],
    [{ A: "1", B: 5 }, InvalidInputError, /^secret "B": value must be a string, not a number$/],
    [{ A: undefined }, InvalidInputError, /^secret "A": value must be a string, not undefined$/],
    [new Map([["A", null]]), InvalidInputError, /^secret "A": value must be a string, not null$/],
    [new Map([[1, planted]]), InvalidInputError, /values\[0\]\.name must be a string, not a num/],
    [[{ name: "A", value: 1, comment: planted }], InvalidInputError, /^secret "A": value/],
    [[{ name: "A", value: planted, comment: [planted] }], InvalidInputError, /^secret "A": comm/],
    [[null], InvalidInputError, /^values\[0\] must be an object with name and value, .* not null$/],
    [[`A=${planted}`], InvalidInputError, /^values\[0\] must be an object with name and value/],
    [[["A", planted]], InvalidInputError, /^values\[0\] must be an object .* not an array$/],
    [incomplete, ConflictError, /incomplete/],
  ];
  for (const [values, ErrorClass, message] of refused) {
    await assert.rejects(secrets.setMany(values), (error) => {
      assert.ok(error instanceof ErrorClass, String(error));
      assert.match(error.message, message);
      assert.ok(!String(error.stack).includes(planted));
      return true;
    });
  }
});

test("setMany reports all progress before it resolves", async () => {
  const { secrets } = secretsThat((tell) => {
    // The native module's callbacks are queued separately, and may arrive after its result.
    tell(0, 2);
    setImmediate(tell, 2, 2);
  });
  const told = [];
  await secrets.setMany({ A: "1" }, { onProgress: (done, total) => told.push([done, total]) });
  assert.deepEqual(told, [
    [0, 2],
    [2, 2],
  ]);
});

test("setMany rejects with an error of onProgress after the call is complete", async () => {
  const thrown = new Error("the terminal is gone");
  const failing = [
    () => {
      throw thrown;
    },
    () => Promise.reject(thrown),
    async (done) => {
      if (done === 2) {
        throw thrown;
      }
    },
  ];
  for (const onProgress of failing) {
    let done = false;
    const { secrets } = secretsThat(async (tell) => {
      tell(0, 2);
      await new Promise(setImmediate);
      tell(1, 2);
      setImmediate(tell, 2, 2);
      done = true;
    });
    await assert.rejects(secrets.setMany({ A: "1" }, { onProgress }), (error) => error === thrown);
    assert.ok(done);
  }
});

test("setMany that fails rejects with its own error, not that of onProgress", async () => {
  const carrier = Object.assign(new Error(), { failure: failure("conflict", "stopped") });
  const { secrets } = secretsThat((tell) => {
    tell(0, 1);
    throw carrier;
  });
  const onProgress = () => {
    throw new Error("the terminal is gone");
  };
  await assert.rejects(secrets.setMany({ A: "1" }, { onProgress }), ConflictError);
});

test("rotateKey shows its plan and reports progress", async (t) => {
  const { project, user } = await makeProject(t);
  await user.secrets.setMany({ A: "1", B: "2" }, { project });
  const plan = await user.projects.rotateKey(project, { dryRun: true });
  assert.equal(plan.rotated, false);
  assert.deepEqual(plan.members, []);
  const told = [];
  const done = await user.projects.rotateKey(project, {
    expectFingerprints: [],
    onProgress: (...progress) => told.push(progress),
  });
  assert.equal(done.rotated, true);
  assert.equal(done.reEncrypted, plan.reEncrypted);
  assert.match(done.warning, /change the values/);
  assert.deepEqual(told.at(0), [0, plan.secrets]);
  assert.deepEqual(told.at(-1), [plan.secrets, plan.secrets]);
  const { value } = await user.secrets.get("A", { project });
  assert.equal(value, "1");
  await assert.rejects(
    user.projects.rotateKey(project, { expectFingerprints: "x" }),
    /expectFingerprints/,
  );
});

test("setMany and deleteMany with a server report progress", async (t) => {
  const { project, user } = await makeProject(t);
  const names = Array.from({ length: 30 }, (_, index) => `NAME_${index}`);
  const told = [];
  const result = await user.secrets.setMany(new Map(names.map((name) => [name, "value"])), {
    project,
    onProgress: (...progress) => told.push(progress),
  });
  result.checkComplete();
  assert.deepEqual(
    [...result].map(({ name }) => name),
    names,
  );
  assert.deepEqual(told, [
    [0, 30],
    [25, 30],
    [30, 30],
  ]);
  await assert.rejects(user.secrets.deleteMany(names, { project, onProgress: 1 }), /onProgress/);

  const thrown = new Error("the terminal is gone");
  const onProgress = () => {
    throw thrown;
  };
  const deleting = user.secrets.deleteMany(names, { project, onProgress });
  await assert.rejects(deleting, (error) => error === thrown);
  assert.equal((await user.secrets.list({ project })).length, 0);

  const values = [
    { name: "A", value: "1", comment: "the first" },
    { name: "B", value: "2", comment: null },
  ];
  (await user.secrets.setMany(values, { project })).checkComplete();
  const list = await user.secrets.list({ project });
  (await user.secrets.setMany(list, { project, environment: "staging" })).checkComplete();
  const copied = await user.secrets.list({ project, environment: "staging" });
  assert.deepEqual(copied.toObject(), { A: "1", B: "2" });
  assert.equal(copied.get("A").comment, "the first");
});
