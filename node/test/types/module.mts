// Compiled, not run: what a TypeScript project sees.
import {
  Client,
  NotFoundError,
  formatSecrets,
  parseSecrets,
  type AuditEvent,
  type BulkItem,
  type BulkResult,
  type ClientOptions,
  type CreatedAccessToken,
  type CreatedClientSecret,
  type CreatedServiceToken,
  type GetSecretOptions,
  type GroupMember,
  type ListSecretsOptions,
  type Member,
  type NewRolePermission,
  type RemovedMember,
  type Role,
  type Secret,
  type SecretHistory,
  type SecretList,
  type ServiceAccountKey,
  type Session,
  type SnapshotContents,
  type Tag,
  type TrustStorage,
  type UniversalAuth,
} from "infisical-e2ee";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_equal: Equal<A, B>): void => undefined;

const options: ClientOptions = { baseUrl: "https://example.test", token: "st.a.b.c" };
await using client = new Client(options);
// @ts-expect-error -- it may be undefined
new Client({ baseUrl: process.env["INFISICAL_URL"] });
Client.fromEnv({ environment: "prod" }).close();
// @ts-expect-error -- read from the environment
Client.fromEnv({ token: "st.a.b.c" });
const storage: TrustStorage = {
  load: () => Buffer.from("contents"),
  save: async (contents: Uint8Array) => {
    await Promise.resolve(contents.length);
  },
};
for (const trustStore of ["store", new URL("file:///store"), storage]) {
  new Client({ ...options, trustStore }).close();
}
// @ts-expect-error -- it cannot save
new Client({ ...options, trustStore: { load: () => null } });
const user = { baseUrl: "https://example.test", email: "a@example.test", password: "p" };
new Client({ ...user, sendPassword: true, keyPassword: "k" }).close();
Client.fromEnv({ sendPassword: true }).close();
// @ts-expect-error -- read from the environment
Client.fromEnv({ keyPassword: "k" });
// @ts-expect-error -- misspelt
new Client({ baseURL: "https://example.test" });

const secret = await client.secrets.get("A", {
  type: "personal",
  signal: AbortSignal.timeout(1000),
  timeoutMs: 500,
});
same<typeof secret, Secret>(true);
same<typeof secret.createdAt, Date | null>(true);
same<typeof secret.type, "shared" | "personal">(true);
// @ts-expect-error -- read only
secret.value = "new";
// @ts-expect-error -- neither shared nor personal
await client.secrets.get("A", { type: "mine" });
// @ts-expect-error -- a value is needed
await client.secrets.create("A");

const list = await client.secrets.list();
same<typeof list, SecretList>(true);
for (const one of list) {
  same<typeof one, Secret>(true);
}
same<ReturnType<typeof list.toObject>, Record<string, string>>(true);
const named: (Secret | undefined)[] = [list.get("A"), list.find(({ tags }) => tags === null)];
const lengths: number[] = list.filter(({ path }) => path === "/").map(({ value }) => value.length);

const token: CreatedServiceToken = await client.serviceTokens.create("reader", {
  scopes: [{ environment: "dev", path: "/" }],
  permissions: ["read", "write"],
  expiresInSeconds: 60,
});
same<typeof token.info.expiresAt, Date | null>(true);

const error: unknown = undefined;
if (error instanceof NotFoundError) {
  same<typeof error.requestId, string | null>(true);
  same<typeof error.retryAfterMs, number | null>(true);
}

const how: GetSecretOptions & ListSecretsOptions = {
  imports: true,
  ...{ expandReferences: true, unknownReferences: "keep", nestedReferences: "read_folder" },
};
await client.secrets.get("A", how);
await client.secrets.list(how);
await client.secrets.update("A", { newName: "B" });

const parsed = parseSecrets("A=1", "dotenv");
same<typeof parsed, Map<string, string>>(true);
formatSecrets(parsed, "json");
const result = await client.secrets.setMany(parsed, {
  onProgress: (done, total) => {
    console.log(done / total);
  },
});
same<typeof result, BulkResult>(true);
for (const item of result) {
  same<typeof item, BulkItem>(true);
}
await client.secrets.setMany({ A: "1" }, { onProgress: async () => await Promise.resolve() });
await client.secrets.setMany([{ name: "A", value: "1", comment: "the first" }]);
await client.secrets.setMany(list);

for await (const event of client.auditLogs.events({
  start: new Date(),
  end: "2030-01-01T00:00:00Z",
})) {
  same<typeof event, AuditEvent>(true);
}
await client.auditLogs.export({ metadata: { secretPath: "/" } });

const clientSecret: CreatedClientSecret = await client.identities.createClientSecret("1", {
  expiresInSeconds: 3600,
  maxUses: 5,
});
same<typeof clientSecret.info.maxUses, number | null>(true);
const accessToken: CreatedAccessToken = await client.identities.createAccessToken("1");
new Client({ baseUrl: "https://example.test", identityToken: accessToken.accessToken });
same<typeof accessToken.expiresInSeconds, number>(true);
const universalAuth: UniversalAuth = await client.identities.updateUniversalAuth("1", {
  accessTokenTtlSeconds: 3600,
  accessTokenTrustedIps: ["10.0.0.0/8"],
});
same<typeof universalAuth.accessTokenMaxUses, number | null>(true);
// @ts-expect-error -- an API key must expire
await client.apiKeys.create("ci");
await client.apiKeys.create("ci", { expiresInSeconds: 3600 });

const removed: RemovedMember[] = [
  await client.members.remove("1"),
  await client.organizations.removeMember("1"),
];
const denied: Member = await client.members.deny("1", [
  { environment: "prod", permission: "write" },
]);
// @ts-expect-error -- neither read nor write
await client.members.deny("1", [{ environment: "prod", permission: "all" }]);
const permission: NewRolePermission = { subject: "secrets", actions: ["read"] };
const role: Role = await client.roles.create("reader", "Reader", { permissions: [permission] });
same<(typeof role.permissions)[0]["conditions"], Record<string, unknown> | null>(true);
await client.roles.update("reader", { permissions: role.permissions });
const inGroup: GroupMember[] = await client.groups.members("1");
const sessions: Session[] = await client.account.sessions();
const tag: Tag = await client.tags.update("web", { newSlug: "site", color: "#ff0000" });
const keys: ServiceAccountKey[] = await client.serviceAccounts.keys("1");
const history: SecretHistory = await client.secrets.versions("A");
const contents: SnapshotContents = await client.snapshots.get("1");
for (const complete of [list, result, history, contents]) {
  complete.checkComplete();
}
console.log(named, lengths, removed, denied, inGroup, sessions, tag, keys);
