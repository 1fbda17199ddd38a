// Reads all secrets with only INFISICAL_URL and INFISICAL_TOKEN; prints their SHA-256 digests.
import { createHash } from "node:crypto";
import { Client } from "infisical-e2ee";

const client = Client.fromEnv();
const secrets = (await client.secrets.list()).toObject();
client.close();

const digest = (value) => createHash("sha256").update(value, "utf8").digest("hex");
console.log(
  JSON.stringify(
    Object.fromEntries(Object.entries(secrets).map(([name, value]) => [name, digest(value)])),
  ),
);
