import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { formatSecrets } from "infisical-e2ee";

const require = createRequire(import.meta.url);
const { SecretList } = require("../dist/secret.js");

const secret = (name, value) => ({ id: name, name, value, comment: "", kind: "shared" });
const NO_FAILURES = { failures: [], incomplete: null, noEnvironment: null };
const listOf = (...secrets) =>
  new SecretList({ secrets, ...NO_FAILURES, noMap: null, folder: null });

test("SecretList has array methods and lookup by name", () => {
  const list = listOf(secret("B", "1"), secret("A", "2"), secret("__proto__", "3"));
  assert.equal(list.length, 3);
  assert.equal(list.get("A").value, "2");
  assert.equal(list.get("C"), undefined);
  assert.deepEqual([list.has("__proto__"), list.has("toString")], [true, false]);
  assert.deepEqual(
    list.map(({ name, value }, index) => [index, name, value]),
    [
      [0, "B", "1"],
      [1, "A", "2"],
      [2, "__proto__", "3"],
    ],
  );
  assert.equal(list.find(({ value }) => value > "1").name, "A");
  assert.equal(
    list.find(() => false),
    undefined,
  );
  const odd = list.filter((_secret, index) => index % 2 === 1);
  assert.ok(Array.isArray(odd) && odd.length === 1 && odd[0] === list.get("A"));
  const visited = [];
  list.forEach(({ name }, index) => visited.push([name, index]));
  assert.deepEqual(visited, [
    ["B", 0],
    ["A", 1],
    ["__proto__", 2],
  ]);
  assert.deepEqual(
    [...list].map(({ name }) => name),
    ["B", "A", "__proto__"],
  );
  assert.equal(JSON.parse(formatSecrets(list, "json")).B, "1");
});

test("recursive SecretList finds names by folder and is no object if they repeat", () => {
  const at = (path, name) => ({ ...secret(name, path), path });
  const secrets = [at("/a", "A"), at("/a/b", "A"), at("/a/b", "B")];
  const noMap = { code: "invalid_input", message: "secret A is in two folders", retryable: false };
  const list = new SecretList({ secrets, ...NO_FAILURES, noMap, folder: "/a" });
  assert.equal(list.get("A").value, "/a");
  assert.equal(list.get("A", "/a/b").value, "/a/b");
  assert.deepEqual([list.get("B"), list.has("B")], [undefined, false]);
  assert.equal(list.get("B", "/a/b").value, "/a/b");
  assert.throws(() => list.toObject(), { code: "invalid_input" });
});

test("formatSecrets refuses a value that was not read", () => {
  const list = listOf({ ...secret("A", ""), valueRead: false });
  assert.throws(() => formatSecrets(list, "json"), /"A": its value was not read/);
});

test("changing an array that a list returned does not change the list", () => {
  const list = listOf(secret("A", "1"), secret("B", "2"));
  list.filter(() => true).pop();
  list.map((it) => it).reverse();
  assert.deepEqual(
    list.map(({ name }) => name),
    ["A", "B"],
  );
  assert.deepEqual(Object.keys(list), ["failures", "folder", "etag"]);
});
