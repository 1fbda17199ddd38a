import { Client } from "infisical-e2ee";

export const dynamic = "force-dynamic";

export async function GET() {
  const { INFISICAL_URL: baseUrl, INFISICAL_TOKEN: token } = process.env;
  const client = new Client({ baseUrl, token });
  try {
    return Response.json((await client.secrets.list()).toObject());
  } finally {
    client.close();
  }
}
