import { Client } from "infisical-e2ee";

const client = new Client({
  baseUrl: process.env.INFISICAL_URL,
  token: process.env.INFISICAL_TOKEN,
});
console.log(JSON.stringify((await client.secrets.list()).toObject()));
client.close();
