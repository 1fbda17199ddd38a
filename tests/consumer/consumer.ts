// Compiled, not run: the types a project sees after `npm install`.
import { Client, NotFoundError, type Secret, type SecretList } from "infisical-e2ee";

export async function flag(client: Client): Promise<string> {
  try {
    const secret: Secret = await client.secrets.get("FLAG", { signal: AbortSignal.timeout(1000) });
    return secret.value;
  } catch (error) {
    if (error instanceof NotFoundError) return error.requestId ?? error.code;
    throw error;
  }
}

export async function all(client: Client): Promise<Record<string, string>> {
  const secrets: SecretList = await client.secrets.list({ environment: "dev" });
  return secrets.toObject();
}
