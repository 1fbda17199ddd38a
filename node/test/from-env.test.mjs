// The server and credential are passed or read from the environment. There are no defaults.
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { Client, InfisicalError, InvalidCredentialError, InvalidInputError } from "infisical-e2ee";

import { makeProject } from "./devserver.mjs";

const NOWHERE = "http://127.0.0.1:1";
const before = process.env;

beforeEach(() => {
  const others = Object.entries(before).filter(([name]) => !name.startsWith("INFISICAL_"));
  process.env = Object.fromEntries(others);
});
afterEach(() => {
  process.env = before;
});

const refused = (make, message, ErrorClass = InvalidInputError) =>
  assert.throws(make, (error) => {
    assert.ok(error instanceof ErrorClass, String(error));
    assert.match(error.message, message);
    assert.ok(!error.message.includes("planted"));
    return true;
  });

test("Client without a server is refused", () => {
  refused(() => new Client(), /options must be .* \{ baseUrl: "https.*token \}, not undefined/);
  refused(() => new Client("planted"), /options must be .* \{ baseUrl: "https.*, not a string/);
  refused(() => Client.fromEnv("planted"), /options must be .* \{ environment: "dev" \}/);
  refused(() => new Client({}), /baseUrl is undefined.*fromEnv/);
  refused(() => new Client({ baseUrl: undefined, token: "planted" }), /baseUrl is undefined/);
  refused(() => new Client({ baseUrl: null }), /baseUrl is null/);
});

test("Client with a credential of undefined or null is refused", () => {
  for (const name of [
    ...["token", "email", "password", "keyPassword", "accessToken", "apiKey", "privateKey"],
    ...["clientId", "clientSecret", "identityToken", "serviceAccountKey", "serviceTokenV3"],
  ]) {
    for (const value of [undefined, null]) {
      refused(
        () => new Client({ baseUrl: NOWHERE, [name]: value }),
        new RegExp(`${name} is ${value}`),
      );
    }
  }
});

test("Client with an empty option error names it and its environment variable", () => {
  const options = {
    baseUrl: "the base URL",
    token: "the token",
    accessToken: "the access token",
    apiKey: "the API key",
    identityToken: "the identity token",
    serviceTokenV3: "the service token v3",
    project: "the project",
    environment: "the environment",
    organization: "the organization",
    proxy: "the option proxy",
  };
  for (const [name, told] of Object.entries(options)) {
    const message = new RegExp(`^${told} is empty\\..*environment variable`);
    refused(() => new Client({ baseUrl: NOWHERE, [name]: "" }), message, InfisicalError);
  }
});

test("fromEnv reads the server and the token from the environment", async (t) => {
  const { baseUrl, project, user } = await makeProject(t);
  const { token } = await user.serviceTokens.create("reader", { project });
  Object.assign(process.env, { INFISICAL_URL: baseUrl, INFISICAL_TOKEN: token });
  const client = Client.fromEnv({ timeoutMs: 20_000 });
  assert.deepEqual((await client.secrets.list()).failures, []);
  process.env.INFISICAL_ENVIRONMENT = "nowhere";
  await assert.rejects(Client.fromEnv().secrets.list());
  await Client.fromEnv({ environment: "dev" }).secrets.list();
});

test("fromEnv with a missing, empty or malformed variable names it", () => {
  refused(() => Client.fromEnv(), /INFISICAL_URL is not set/);
  process.env.INFISICAL_URL = "";
  refused(() => Client.fromEnv(), /INFISICAL_URL is empty/);
  process.env.INFISICAL_URL = NOWHERE;
  refused(() => Client.fromEnv(), /INFISICAL_TOKEN/);
  process.env.INFISICAL_TOKEN = "planted";
  refused(() => Client.fromEnv(), /INFISICAL_TOKEN/, InvalidCredentialError);
});

test("fromEnv with a credential as an option is refused", () => {
  refused(() => Client.fromEnv({ token: "planted" }), /"token"/);
  refused(() => Client.fromEnv({ baseUrl: NOWHERE }), /"baseUrl"/);
});
