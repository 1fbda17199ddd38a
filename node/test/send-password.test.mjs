// The options sendPassword and keyPassword, on a server that demands the password.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { Client, InvalidInputError, UnsupportedByServerError } from "infisical-e2ee";

import { startDevserver } from "./devserver.mjs";

const USER = { email: "ada@example.test", password: "planted-password" };
const before = process.env;

beforeEach(() => {
  const others = Object.entries(before).filter(([name]) => !name.startsWith("INFISICAL_"));
  process.env = Object.fromEntries(others);
});
afterEach(() => {
  process.env = before;
});

const learns = async (client) => (await client.capabilities()).serverLearnsKeyPassword;

const refused = (ErrorClass, message) => (error) => {
  assert.ok(error instanceof ErrorClass, String(error));
  assert.match(error.message, message);
  assert.ok(!error.message.includes("planted"));
  return true;
};

test("log-in sends the password only with sendPassword", async (t) => {
  const baseUrl = await startDevserver(t, "modern");
  const anyone = new Client({ baseUrl });
  const { email, password } = USER;
  await anyone.account.signUpAdministrator(email, password, { sendPassword: true });
  for (const options of [{}, { sendPassword: undefined }, { sendPassword: false }]) {
    const client = new Client({ baseUrl, ...USER, ...options });
    await assert.rejects(
      client.account.me(),
      refused(UnsupportedByServerError, /the password itself/),
    );
  }
  const client = new Client({ baseUrl, ...USER, sendPassword: true });
  assert.equal((await client.account.me()).email, email);
});

test("server learns the key password unless another thing decrypts", async (t) => {
  const baseUrl = await startDevserver(t, "modern");
  const user = { baseUrl, ...USER };
  assert.equal(await learns(new Client(user)), false);
  assert.equal(await learns(new Client({ ...user, sendPassword: true })), true);
  for (const name of ["keyPassword", "privateKey"]) {
    const client = new Client({ ...user, sendPassword: true, [name]: "planted-key" });
    assert.equal(await learns(client), false, name);
  }
});

test("keyPassword without a user or with a privateKey is refused", () => {
  for (const credential of [
    { ...USER, keyPassword: "planted-key", privateKey: "planted-key" },
    { accessToken: "a.b.c", keyPassword: "planted-key" },
    { keyPassword: "planted-key" },
  ]) {
    assert.throws(
      () => new Client({ baseUrl: "http://127.0.0.1:1", ...credential }),
      refused(InvalidInputError, /give one credential/),
    );
  }
});

test("fromEnv reads sendPassword and keyPassword, and the option overrides its variable", async (t) => {
  Object.assign(process.env, {
    INFISICAL_URL: await startDevserver(t, "modern"),
    INFISICAL_EMAIL: USER.email,
    INFISICAL_PASSWORD: USER.password,
  });
  assert.equal(await learns(Client.fromEnv()), false);
  assert.equal(await learns(Client.fromEnv({ sendPassword: true })), true);
  process.env.INFISICAL_SEND_PASSWORD = "true";
  assert.equal(await learns(Client.fromEnv()), true);
  assert.equal(await learns(Client.fromEnv({ sendPassword: false })), false);
  process.env.INFISICAL_KEY_PASSWORD = "planted-key";
  assert.equal(await learns(Client.fromEnv()), false);
  process.env.INFISICAL_PRIVATE_KEY = "planted-key";
  const both = /INFISICAL_KEY_PASSWORD and INFISICAL_PRIVATE_KEY/;
  assert.throws(() => Client.fromEnv(), refused(InvalidInputError, both));
  process.env.INFISICAL_SEND_PASSWORD = "yes";
  delete process.env.INFISICAL_PRIVATE_KEY;
  const neither = /INFISICAL_SEND_PASSWORD is neither/;
  assert.throws(() => Client.fromEnv(), refused(InvalidInputError, neither));
});
