import { Client } from "infisical-e2ee";

const client = Client.fromEnv();
console.log(JSON.stringify((await client.secrets.list()).toObject()));
client.close();
