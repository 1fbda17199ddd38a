import assert from "node:assert/strict";
import { test } from "node:test";

import { InvalidInputError, formatSecrets, parseSecrets } from "infisical-e2ee";

const NAMES = ["ZEBRA", "10", "2", "APPLE", "__proto__"];

for (const format of ["json", "yaml"]) {
  test(`${format}: what is read keeps the file's order, and is written again as it was`, () => {
    const secrets = NAMES.map((name) => ({ name, value: `value of ${name}` }));
    const file = formatSecrets(secrets, format);
    const parsed = parseSecrets(file, format);
    assert.ok(parsed instanceof Map);
    assert.deepEqual([...parsed.keys()], NAMES);
    assert.equal(parsed.get("10"), "value of 10");
    assert.equal(formatSecrets(parsed, format), file);
  });
}

test("an object is written in JavaScript's order of its names", () => {
  assert.equal(formatSecrets({ B: "1", A: "2" }, "dotenv"), "B=1\nA=2\n");
  assert.equal(formatSecrets({}, "dotenv"), formatSecrets(new Map(), "dotenv"));
});

test("what holds no names and values is refused", () => {
  for (const secrets of [null, "A=1", [{ name: "A" }], { A: 1 }, new Map([["A", 1]])]) {
    assert.throws(() => formatSecrets(secrets, "dotenv"), InvalidInputError);
  }
});
