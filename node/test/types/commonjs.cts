// Compiled, not run: what a TypeScript project of CommonJS modules sees.
import { Client, InfisicalError } from "infisical-e2ee";
import infisical = require("infisical-e2ee");

const client: infisical.Client = new Client({ baseUrl: "https://example.test" });
client.secrets.get("A").catch((error: unknown) => error instanceof InfisicalError);
