import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { inspect } from "node:util";

import * as esm from "infisical-e2ee";

const require = createRequire(import.meta.url);
const { codes } = JSON.parse(
  readFileSync(new URL("../../tests/errors.json", import.meta.url), "utf8"),
);

test("error codes and classes match errors.json", () => {
  const classes = Object.entries(esm)
    .filter(([, value]) => value.prototype instanceof esm.InfisicalError)
    .map(([name, errorClass]) => ({ code: errorClass.code, class: name }));
  const byCode = (a, b) => a.code.localeCompare(b.code);
  assert.ok(codes.length > 0);
  assert.deepEqual(classes.sort(byCode), [...codes].sort(byCode));
});

test("native error codes match errors.json and map to their classes", () => {
  const { native } = require("../dist/native.js");
  assert.deepEqual(native.errorCodes().sort(), codes.map(({ code }) => code).sort());
  const { classOf } = require("../dist/failure.js");
  for (const { code, class: name } of codes) {
    assert.equal(classOf(code), esm[name]);
  }
});

test("error has name, message, code and details", () => {
  const error = new esm.NotFoundError("no secret A", { status: 404, requestId: "r-1" });
  assert.ok(error instanceof esm.InfisicalError && error instanceof Error);
  assert.equal(error.name, "NotFoundError");
  assert.equal(String(error), "NotFoundError: no secret A");
  assert.match(error.stack, /^NotFoundError: no secret A\n {4}at .*errors\.test\.mjs/);
  assert.match(inspect(error), /code: 'not_found'/);
  assert.deepEqual(
    [error.code, error.status, error.requestId, error.retryable, error.retryAfterMs],
    ["not_found", 404, "r-1", false, null],
  );
  assert.ok(!("cause" in error));
});

test("CommonJS and ES modules export the same classes", () => {
  const cjs = require("infisical-e2ee");
  const names = Object.keys(cjs);
  assert.ok(names.includes("Client") && names.includes("NotFoundError"));
  for (const name of names) {
    assert.equal(cjs[name], esm[name], name);
  }
});
