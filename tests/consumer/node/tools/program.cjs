const { Client, NotFoundError } = require("infisical-e2ee");

const { INFISICAL_URL: baseUrl, INFISICAL_TOKEN: token } = process.env;
const client = new Client({ baseUrl, token });

async function main() {
  const error = await client.secrets.get("NONE").catch((error) => error);
  // A minifier renames classes; the name in logs must not change.
  if (!(error instanceof NotFoundError) || error.name !== "NotFoundError") throw error;
  console.log(JSON.stringify((await client.secrets.list()).toObject()));
}

main().finally(() => client.close());
