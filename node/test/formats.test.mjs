import assert from "node:assert/strict";
import { test } from "node:test";

import { InvalidInputError, formatSecrets, parseSecrets } from "infisical-e2ee";

const NAMES = ["ZEBRA", "10", "2", "APPLE", "__proto__"];

for (const format of ["json", "yaml"]) {
  test(`${format}: parseSecrets keeps the order, and formatSecrets restores the file`, () => {
    const secrets = NAMES.map((name) => ({ name, value: `value of ${name}` }));
    const file = formatSecrets(secrets, format);
    const parsed = parseSecrets(file, format);
    assert.ok(parsed instanceof Map);
    assert.deepEqual([...parsed.keys()], NAMES);
    assert.equal(parsed.get("10"), "value of 10");
    assert.equal(formatSecrets(parsed, format), file);
  });
}

test("formatSecrets writes an object in its property order", () => {
  assert.equal(formatSecrets({ B: "1", A: "2" }, "dotenv"), "B=1\nA=2\n");
  assert.equal(formatSecrets({}, "dotenv"), formatSecrets(new Map(), "dotenv"));
});

test("formatSecrets with an invalid secret names it without its value", () => {
  const refused = [
    [{ A: 5 }, /^secret "A": value must be a string, not a number$/],
    [new Map([["A", undefined]]), /^secret "A": value must be a string, not undefined$/],
    [{ A: "planted\ud800" }, /^secret "A": value contains half a surrogate pair/],
    [{ "A\ud800": "planted" }, /^secret "A\\ud800": name contains half a surrogate pair/],
    [[{ name: "A", value: null }], /^secret "A": value must be a string, not null$/],
    [{ ["A".repeat(5000)]: 5 }, /^secret "A{100}…": value must/],
    [[{ name: "A", value: "" }, { value: "planted" }], /^secrets\[1\]\.name must be a string/],
    [[null], /^secrets\[0\] must be an object with name and value, .* not null$/],
    [["planted=1"], /^secrets\[0\] must be an object with name and value, .* not a string$/],
  ];
  for (const [secrets, message] of refused) {
    assert.throws(
      () => formatSecrets(secrets, "dotenv"),
      (error) => {
        assert.ok(error instanceof InvalidInputError, String(error));
        assert.match(error.message, message);
        assert.ok(!error.message.includes("planted"));
        return true;
      },
    );
  }
});

test("formatSecrets without names and string values is refused", () => {
  for (const secrets of [null, "A=1", [{ name: "A" }], { A: 1 }, new Map([["A", 1]])]) {
    assert.throws(() => formatSecrets(secrets, "dotenv"), InvalidInputError);
  }
});

test("formatSecrets of another object is refused, and of a promise with advice to await it", () => {
  for (const wrong of [
    Promise.resolve({ A: "1" }),
    new Date(),
    Buffer.alloc(0),
    new (class X {})(),
  ]) {
    assert.throws(() => formatSecrets(wrong, "dotenv"), /must be an object, a Map or iterable/);
  }
  assert.throws(() => formatSecrets(Promise.resolve({}), "dotenv"), /Await the promise first/);
  assert.equal(formatSecrets(Object.create(null), "dotenv"), "");
});
