const e2ee = require("infisical-e2ee");

const { check } = require("./check.cjs");

test("the package works in Jest", () => check(e2ee, expect));
