import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import {
  Client,
  ClientClosedError,
  IntegrityViolationError,
  InvalidInputError,
  NotFoundError,
  OperationTimeoutError,
  TamperingSuspectedError,
} from "infisical-e2ee";

import { makeProject } from "./devserver.mjs";
import { newRealm } from "./realm.mjs";

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc");

/** Keeps the contents in memory. */
class Memory {
  contents = null;
  calls = [];

  load() {
    this.calls.push("load");
    return this.contents;
  }

  save(contents) {
    this.calls.push("save");
    this.contents = contents;
  }
}

/** The same, later. */
class Later extends Memory {
  async load() {
    await sleep(1);
    return super.load();
  }

  async save(contents) {
    await sleep(1);
    super.save(contents);
  }
}

/** A project with the secret A, and a function that makes clients with a trust store. */
async function seeded(t) {
  const { user, project, ...access } = await makeProject(t);
  await user.secrets.create("A", "1", { project });
  const options = { ...access, project, environment: "dev" };
  const connect = (trustStore) => new Client({ ...options, trustStore });
  return { user, project, options, connect };
}

for (const Storage of [Memory, Later]) {
  test(`${Storage.name} storage keeps contents between clients`, async (t) => {
    const { user, project, connect } = await seeded(t);
    const storage = new Storage();
    const first = connect(storage);
    const secrets = await Promise.all(Array.from({ length: 20 }, () => first.secrets.get("A")));
    assert.ok(secrets.every(({ value }) => value === "1"));
    first.close();
    assert.ok(storage.contents instanceof Uint8Array);
    assert.deepEqual([...new Set(storage.calls)].sort(), ["load", "save"]);
    await user.secrets.delete("A", { project });
    const second = connect(storage);
    await assert.rejects(second.secrets.get("A"), TamperingSuspectedError);
    assert.equal(await second.trust.forgetSecrets({ names: ["A"] }), 1);
    await assert.rejects(second.secrets.get("A"), NotFoundError);
    second.close();
  });
}

test("trustStore is a path or a file URL, and clients share the file", async (t) => {
  const { user, project, connect } = await seeded(t);
  const directory = await mkdtemp(join(tmpdir(), "trust-store-"));
  t.after(() => rm(directory, { recursive: true }));
  const file = join(directory, "störe 1");
  const byPath = connect(file);
  await byPath.secrets.list();
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  await user.secrets.delete("A", { project });
  const byUrl = connect(pathToFileURL(file));
  await assert.rejects(byUrl.secrets.list(), TamperingSuspectedError);
  assert.equal(await byUrl.trust.forgetProject(project), undefined);
  assert.equal((await byUrl.secrets.list()).length, 0);
  byPath.close();
  byUrl.close();
});

test("what a storage throws becomes the text of an InvalidInputError", async (t) => {
  const { connect } = await seeded(t);
  const fail = (reason) => () => {
    throw reason;
  };
  const cases = [
    [{ load: fail(new Error("no disk")) }, /cannot be read: Error: no disk/],
    [{ load: () => Promise.reject(new RangeError("gone")) }, /cannot be read: RangeError: gone/],
    [{ load: fail(Object.create(null)) }, /cannot be read: the storage failed with a value/],
    [{ load: fail(Symbol("odd")) }, /cannot be read: Symbol\(odd\)/],
    [{ save: fail(new Error("disk full")) }, /cannot be written: Error: disk full/],
    [{ save: async () => Promise.reject("later") }, /cannot be written: later/],
    [{ load: () => "text" }, /neither a Uint8Array nor null/],
    [{ load: () => new Uint16Array(2) }, /neither a Uint8Array nor null/],
  ];
  for (const [methods, message] of cases) {
    const client = connect({ load: () => null, save: () => undefined, ...methods });
    await assert.rejects(client.secrets.list(), (error) => {
      assert.ok(error instanceof InvalidInputError, error);
      assert.match(error.message, message);
      return true;
    });
    client.close();
  }
  const other = connect({ load: () => Buffer.from("other"), save: () => undefined });
  await assert.rejects(other.secrets.list(), IntegrityViolationError);
  other.close();
});

test("close while the storage waits ends the call at once", async (t) => {
  const { connect } = await seeded(t);
  const begun = deferred();
  const goOn = deferred();
  const client = connect({
    load: async () => {
      begun.resolve();
      await goOn.promise;
      return null;
    },
    save: () => undefined,
  });
  const call = client.secrets.list();
  call.catch(() => undefined);
  await begun.promise;
  const begin = performance.now();
  client.close();
  await assert.rejects(call, ClientClosedError);
  assert.ok(performance.now() - begin < 5000);
  goOn.resolve();
});

test("a storage that never answers ends the call at its timeout", async (t) => {
  const { connect } = await seeded(t);
  // Who can still settle the promise keeps it alive.
  const { promise, resolve } = deferred();
  const client = connect({ load: () => promise, save: () => undefined });
  await client.account.me();
  await assert.rejects(client.secrets.list({ timeoutMs: 500 }), OperationTimeoutError);
  client.close();
  resolve();
});

test("a storage that can no longer answer fails the call before its timeout", async (t) => {
  const { connect } = await seeded(t);
  const load = () => new Promise(() => undefined);
  const client = connect({ load, save: () => undefined });
  const collecting = setInterval(collectGarbage, 50);
  t.after(() => clearInterval(collecting));
  await assert.rejects(client.secrets.list({ timeoutMs: 60_000 }), (error) => {
    assert.ok(error instanceof InvalidInputError);
    assert.match(error.message, /the storage did not answer. Check that/);
    return true;
  });
  client.close();
});

test("a wrong trust store is refused", () => {
  const make = (trustStore) => () =>
    new Client({ baseUrl: "http://127.0.0.1:1", email: "a@b.test", password: "p", trustStore });
  for (const wrong of [1, true, {}, [], { load: () => null }, { load: 1, save: 1 }, () => null]) {
    assert.throws(make(wrong), /trustStore must be the path or file: URL of a file/);
  }
  assert.throws(make(new URL("https://example.test/store")), /must be a file: URL, not https:/);
  assert.throws(make(new URL("file://host/store")), /without a local path/);
  assert.throws(make("\ud800"), /half a surrogate pair/);
  assert.throws(make(""), /the option trust_store is empty/);
  make(undefined)().close();
  const anyone = () => new Client({ baseUrl: "http://127.0.0.1:1", trustStore: "store" });
  assert.throws(anyone, /no such credential/);
});

test("a client without a trust store has nothing to forget", async (t) => {
  const { connect, project } = await seeded(t);
  const client = connect(undefined);
  await assert.rejects(client.trust.forgetSecrets(), InvalidInputError);
  await assert.rejects(client.trust.forgetProject(project), InvalidInputError);
  client.close();
});

test("a storage in another realm gets bytes of that realm, and gives them", async (t) => {
  const { options } = await seeded(t);
  const { run } = newRealm();
  const isOfRealm = await run(`
    let contents = null;
    const trustStore = {
      load: () => contents,
      save: (given) => { contents = given; },
    };
    const client = new e2ee.Client({ ...${JSON.stringify(options)}, trustStore });
    client.secrets.list().then(() => client.secrets.list()).then(() => {
      client.close();
      return contents instanceof Uint8Array;
    })
  `);
  assert.equal(isOfRealm, true);
});

test("a storage that never answers holds up no exit of a process or worker", async (t) => {
  const { options } = await seeded(t);
  const body = `
    const { Client } = require("infisical-e2ee");
    const load = () => { console.log("asked"); return new Promise(() => undefined); };
    const trustStore = { load, save: () => undefined };
    const client = new Client({ ...${JSON.stringify(options)}, trustStore });
    client.secrets.list({ timeoutMs: 2000 }).catch((error) => console.log(error.code));
  `;
  const worker = `
    const { Worker } = require("node:worker_threads");
    const worker = new Worker(${JSON.stringify(body)}, { eval: true, stdout: true });
    worker.stdout.once("data", async (asked) => {
      process.stdout.write(asked);
      await worker.terminate();
      console.log("terminated");
    });
  `;
  const run = async (program) => {
    const options = { cwd: import.meta.dirname, timeout: 30_000 };
    const { stdout } = await promisify(execFile)(process.execPath, ["-e", program], options);
    return stdout;
  };
  assert.equal(await run(body), "asked\ntimeout\n");
  assert.equal(await run(worker), "asked\nterminated\n");
});

function deferred() {
  let resolve;
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
