const assert = require("node:assert/strict");
const { test } = require("node:test");

const { Client, ConnectionFailedError, InfisicalError } = require("infisical-e2ee");

test("CommonJS program can load the package", async () => {
  const client = new Client({ baseUrl: "http://127.0.0.1:1", deadlineMs: 2_000 });
  await assert.rejects(client.account.startSignUp("a@example.test"), (error) => {
    assert.ok(error instanceof ConnectionFailedError && error instanceof InfisicalError);
    assert.equal(error.retryable, true);
    assert.match(error.stack, /async .*commonjs\.test\.cjs/);
    return true;
  });
  client.close();
});
