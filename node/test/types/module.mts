// Compiled, not run: what a TypeScript project sees.
import {
  Client,
  NotFoundError,
  type ClientOptions,
  type CreatedServiceToken,
  type Secret,
  type SecretList,
} from "infisical-e2ee";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_equal: Equal<A, B>): void => undefined;

const options: ClientOptions = { baseUrl: process.env["INFISICAL_URL"], token: "st.a.b.c" };
await using client = new Client(options);
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
