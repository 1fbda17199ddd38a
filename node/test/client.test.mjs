import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { rootCertificates } from "node:tls";

import {
  Client,
  ClientClosedError,
  ConflictError,
  InvalidCredentialError,
  InvalidInputError,
  NotFoundError,
} from "infisical-e2ee";

import { makeProject } from "./devserver.mjs";

for (const era of ["may23", "feb24", "jun24"]) {
  test(`${era}: user writes secrets and service token reads them`, async (t) => {
    const { baseUrl, email, project, user } = await makeProject(t, era);
    assert.equal((await user.account.me()).email, email);
    const [organization] = await user.organizations.list();
    assert.equal(typeof organization.name, "string");
    assert.deepEqual(
      (await user.projects.list()).map(({ id }) => id),
      [project],
    );
    const own = await user.members.fingerprint();
    const { sealedBy } = await user.projects.openKey(project);
    // Since June 2024 the server makes the key of a new project, and seals it.
    assert.equal(sealedBy.sha256 === own.sha256, era !== "jun24");
    assert.match(own.sha256, /^[0-9a-f]{64}$/);
    assert.match(own.short, /^([0-9a-f]{4} ){7}[0-9a-f]{4}$/);
    assert.equal(own.words.split(" ").length, 12);
    const [member] = await user.members.list({ project });
    assert.deepEqual(await user.members.fingerprint({ memberId: member.id, project }), own);

    const created = await user.secrets.create("DB_URL", "postgres://ünï", {
      project,
      comment: "the main one",
    });
    assert.equal(created.version, 1);
    assert.ok(Math.abs(created.createdAt.getTime() - Date.now()) < 60_000);
    await user.secrets.create("__proto__", "", { project });
    const updated = await user.secrets.update("DB_URL", { project, value: "postgres://2" });
    assert.equal(updated.version, 2);
    assert.equal(updated.value, "postgres://2");

    const scopes = [{ environment: "dev", path: "/" }];
    const { token, info } = await user.serviceTokens.create("reader", {
      project,
      scopes,
      expiresInSeconds: 3600,
    });
    assert.ok(Math.abs(info.expiresAt.getTime() - Date.now() - 3_600_000) < 60_000);
    const reader = new Client({ baseUrl, token });
    const described = await reader.serviceTokens.describe();
    assert.deepEqual(described.permissions, ["read"]);
    assert.equal(described.projectId, project);
    const list = await reader.secrets.list();
    list.checkComplete();
    assert.equal(list.length, 2);
    assert.deepEqual([...list].map(({ name }) => name).sort(), ["DB_URL", "__proto__"]);
    assert.equal(list.get("DB_URL").comment, "the main one");
    assert.equal(list.get("NOTHING"), undefined);
    assert.ok(list.has("DB_URL") && !list.has("NOTHING"));
    assert.deepEqual(Object.entries(list.toObject()).sort(), [
      ["DB_URL", "postgres://2"],
      ["__proto__", ""],
    ]);
    const env = { DB_URL: "mine" };
    assert.deepEqual(list.populateEnv({ env }), ["__proto__"]);
    assert.deepEqual(Object.entries(env).sort(), [
      ["DB_URL", "mine"],
      ["__proto__", ""],
    ]);
    assert.equal(list.populateEnv({ env, overwrite: true }).length, 2);
    assert.equal(env.DB_URL, "postgres://2");
    assert.throws(() => list.populateEnv({ overwrit: true }), InvalidInputError);
    const put = list.populateEnv();
    const url = process.env.DB_URL;
    for (const name of put) {
      delete process.env[name];
    }
    assert.deepEqual(put.sort(), ["DB_URL", "__proto__"]);
    assert.equal(url, "postgres://2");

    await user.secrets.delete("DB_URL", { project });
    await assert.rejects(reader.secrets.get("DB_URL"), (error) => {
      assert.ok(error instanceof NotFoundError && error instanceof Error);
      assert.equal(error.code, "not_found");
      assert.equal(error.retryable, false);
      assert.equal(error.retryAfterMs, null);
      assert.match(error.message, /DB_URL/);
      return true;
    });
  });
}

test("personal secrets are separate from shared ones", async (t) => {
  const { project, user } = await makeProject(t);
  await user.secrets.create("COLOR", "blue", { project });
  await user.secrets.create("COLOR", "red", { project, type: "personal" });
  assert.equal((await user.secrets.get("COLOR", { project })).value, "blue");
  const mine = await user.secrets.get("COLOR", { project, type: "personal" });
  assert.deepEqual([mine.value, mine.type], ["red", "personal"]);
  await assert.rejects(user.secrets.create("COLOR", "green", { project }), ConflictError);
});

test("calls can run concurrently", async (t) => {
  const { project, user } = await makeProject(t);
  const names = Array.from({ length: 20 }, (_, index) => `NAME_${index}`);
  await Promise.all(names.map((name) => user.secrets.create(name, name, { project })));
  const read = await Promise.all(names.map((name) => user.secrets.get(name, { project })));
  assert.deepEqual(
    read.map(({ value }) => value),
    names,
  );
});

test("closed client rejects with ClientClosedError", async () => {
  const client = new Client({ baseUrl: "http://127.0.0.1:1" });
  client.close();
  await assert.rejects(client.account.startSignUp("a@example.test"), ClientClosedError);
});

test("`using` closes the client", { skip: Symbol.dispose === undefined }, async () => {
  for (const dispose of [Symbol.dispose, Symbol.asyncDispose]) {
    const client = new Client({ baseUrl: "http://127.0.0.1:1" });
    await client[dispose]();
    await assert.rejects(client.account.startSignUp("a@example.test"), ClientClosedError);
  }
});

test("invalid option is refused before any request", async () => {
  const planted = "planted-token";
  const refused = (options, ErrorClass, message) =>
    assert.throws(
      () => new Client({ baseUrl: "http://127.0.0.1:1", ...options }),
      (error) => {
        assert.ok(error instanceof ErrorClass, String(error));
        assert.match(error.message, message);
        assert.ok(!String(error.stack).includes(planted));
        return true;
      },
    );
  refused({ token: planted }, InvalidCredentialError, /Infisical Token/);
  refused({ token: planted, apiKey: planted }, InvalidInputError, /one credential/);
  refused({ baseURL: "https://example.test" }, InvalidInputError, /"baseURL".*baseUrl/);
  refused({ token: [planted] }, InvalidInputError, /token must be a string/);
  refused({ timeoutMs: 0 }, InvalidInputError, /timeoutMs.*milliseconds/);
  refused({ timeoutMs: "5" }, InvalidInputError, /timeoutMs/);
  refused({ maxResponseBytes: 2 ** 32 }, InvalidInputError, /maxResponseBytes/);
  refused({ certificateAuthorities: "no PEM" }, InvalidInputError, /certificate/i);
  refused({ baseUrl: "http://example.test" }, InvalidInputError, /http:\/\//);

  const client = new Client({ baseUrl: "http://127.0.0.1:1", email: "a@b.test", password: "p" });
  const calls = [
    [() => client.secrets.get(5), /name must be a string/],
    [() => client.secrets.move("AB", { toPath: "/" }), /names must be an array/],
    [() => client.secrets.setTags("A", ["web", 1]), /tags\[1\] must be a string/],
    [() => client.folders.create("jobs", { type: "shared" }), /"type".*environment/],
    [() => client.secretImports.update("1", { position: 1.5 }), /position must be a whole number/],
    [() => client.secrets.get("A", { enviroment: "dev" }), /"enviroment".*environment/],
    [() => client.secrets.get("A", { type: "mine" }), /shared/],
    [() => client.secrets.create("A", { planted }), /^secret "A": value must .*, not an object$/],
    [() => client.secrets.create("A", 5), /^secret "A": value must be a string, not a number$/],
    [() => client.secrets.create("A", undefined), /^secret "A": .*, not undefined$/],
    [() => client.secrets.create("A", "", { comment: 5 }), /^secret "A": comment must/],
    [() => client.secrets.create(null, "1"), /^name must be a string, not null$/],
    [() => client.secrets.update("A", { value: 5 }), /^secret "A": value must be a string/],
    [() => client.secrets.proposeCreate("A", 5), /^secret "A": value must be a string/],
    [() => client.secrets.proposeUpdate("A", { value: 5 }), /^secret "A": value must/],
    [() => client.secrets.rollBack("A", "1"), /^secret "A": version must be a whole number/],
    [() => client.secrets.versions("A", { project: 5 }), /^secret "A": project must/],
    [() => client.secrets.create("A", "\ud800"), /^secret "A": value contains half a surrogate/],
    [() => client.secrets.setMany({ A: "\ud800" }), /^secret "A": value contains half a surrogate/],
    [() => client.secrets.setMany({ "A\ud800": "" }), /^secret "A\\ud800": name contains half/],
    [() => client.secrets.get("A\ud800"), /^secret "A\\ud800": name contains half/],
    [() => client.secrets.deleteMany(["A", "\ud800"]), /^names\[1\] contains half/],
    [() => client.secrets.get("DB", "dev"), /^secret "DB": options .* \{ environment: "dev" \}/],
    [() => client.secrets.update("DB", planted), /^secret "DB": options .*, not a string\./],
    [() => client.apiKeys.create("ci"), /^options must be .* \{ expiresInSeconds: … \}/],
    [() => client.secrets.update("A", {}), /value.*comment/],
    [() => client.secrets.list({ signal: {} }), /AbortSignal/],
    [() => client.secrets.update("A", { newName: 5 }), /newName must be a string/],
    [() => client.tags.update("A", { newSlug: 5 }), /newSlug must be a string/],
    [() => client.identities.createClientSecret("1", { expiresInSeconds: 0 }), /expiresInSeconds/],
    [() => client.identities.createClientSecret("1", { maxUses: 1.5 }), /maxUses/],
    [() => client.identities.attachTokenAuth("1", { accessTokenTtlSeconds: 0.5 }), /seconds/],
    [() => client.identities.attachUniversalAuth("1", { accessTokenTrustedIps: "::1" }), /array/],
    [() => client.groups.update("1", { name: "A" }), /"name".*newName/],
    [() => client.members.deny("1", [{ environment: "dev" }]), /denied\[0\]\.permission/],
    [() => client.projects.setVersionLimit("1", 1.5), /limit must be a whole number/],
    [() => client.serviceTokens.create("A", { expiresInSeconds: 0.5 }), /expiresInSeconds/],
    [() => client.serviceTokens.create("A", { scopes: [{}] }), /scopes\[0\]\.environment/],
    [() => client.serviceTokens.create("A", { permissions: ["all"] }), /read.*write/],
  ];
  for (const [call, message] of calls) {
    await assert.rejects(call, (error) => {
      assert.ok(error instanceof InvalidInputError, String(error));
      assert.match(error.message, message);
      return true;
    });
  }
});

test("NODE_EXTRA_CA_CERTS certificates are trusted, and an invalid file is refused", (t) => {
  const before = process.env.NODE_EXTRA_CA_CERTS;
  const folder = mkdtempSync(join(tmpdir(), "certificates-"));
  const file = join(folder, "extra.pem");
  t.after(() => {
    delete process.env.NODE_EXTRA_CA_CERTS;
    if (before !== undefined) process.env.NODE_EXTRA_CA_CERTS = before;
    rmSync(folder, { recursive: true });
  });
  const make = () => new Client({ baseUrl: "https://infisical.example.test" });
  const [certificateAuthorities] = rootCertificates;
  process.env.NODE_EXTRA_CA_CERTS = file;
  assert.throws(make, (error) => {
    assert.ok(error instanceof InvalidInputError);
    assert.match(error.message, /NODE_EXTRA_CA_CERTS names .*extra\.pem/);
    return true;
  });
  writeFileSync(file, "no certificate");
  assert.throws(make, InvalidInputError);
  writeFileSync(file, certificateAuthorities);
  make();
  new Client({ baseUrl: "https://infisical.example.test", certificateAuthorities });
});

test("unreachable proxy error names it without its password", async () => {
  const proxy = "http://ada:planted@127.0.0.1:1";
  const client = new Client({ baseUrl: "https://infisical.example.test", proxy });
  await assert.rejects(client.account.startSignUp("a@example.test"), (error) => {
    assert.equal(error.code, "connection_failed");
    assert.match(error.message, /the proxy 127\.0\.0\.1:1 \(from the option proxy\)/);
    assert.doesNotMatch(error.message, /planted/);
    return true;
  });
});
