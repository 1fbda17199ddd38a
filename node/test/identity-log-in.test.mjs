import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { Client, InvalidCredentialError, InvalidInputError } from "infisical-e2ee";

const baseUrl = "http://127.0.0.1:9";
const identityId = "64a0";

test("client with each log-in of a machine identity is built", () => {
  for (const identity of [
    { method: "kubernetes", identityId },
    { method: "kubernetes", identityId, tokenFile: "/run/token" },
    { method: "oidc", identityId, token: "a.b.c" },
    { method: "oidc", identityId, tokenFile: pathToFileURL("/run/token") },
    { method: "jwt", identityId, token: "a.b.c" },
    { method: "jwt", identityId, tokenFile: "/run/token" },
    { method: "ldap", identityId, username: "ada", password: "planted" },
    { method: "azure", identityId },
    { method: "azure", identityId, resource: "api://a", clientId: "b" },
    { method: "gcp-id-token", identityId },
    { method: "gcp-iam", identityId, keyFile: "/run/key.json" },
    { method: "aws-iam", identityId },
  ]) {
    new Client({ baseUrl, identity }).close();
  }
});

test("client with a wrong log-in of a machine identity is refused", () => {
  for (const [identity, kind, message] of [
    [undefined, InvalidInputError, /identity is undefined/],
    ["64a0", InvalidInputError, /identity must be an object whose method is one of: kubernetes/],
    [{ method: "planted", identityId }, InvalidInputError, /whose method is one of/],
    [{ method: "aws-iam", identityId, region: "planted" }, InvalidInputError, /no field "region"/],
    [{ method: "aws-iam" }, InvalidInputError, /identity\.identityId must be a string/],
    [{ method: "aws-iam", identityId: "" }, InvalidCredentialError, /identity id is empty/],
    [{ method: "oidc", identityId }, InvalidCredentialError, /the token .* or the file/],
    [{ method: "jwt", identityId, token: "planted" }, InvalidCredentialError, /not a JWT/],
    [{ method: "gcp-iam", identityId, keyFile: 5 }, InvalidInputError, /identity\.keyFile/],
    [
      { method: "kubernetes", identityId, tokenFile: new URL("https://a.test/planted") },
      InvalidInputError,
      /identity\.tokenFile is not a file: URL/,
    ],
    [
      { method: "tls-cert", identityId, certificate: "planted", privateKey: "planted" },
      InvalidCredentialError,
      /TLS certificate/,
    ],
  ]) {
    assert.throws(
      () => new Client({ baseUrl, identity }),
      (error) => {
        assert.ok(error instanceof kind, String(error));
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /planted/);
        return true;
      },
    );
  }
});

test("client with a log-in of a machine identity and another credential is refused", () => {
  const identity = { method: "aws-iam", identityId };
  assert.throws(() => new Client({ baseUrl, identity, token: "st.a.b.c" }), InvalidInputError);
});
