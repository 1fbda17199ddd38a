const { Client } = require("infisical-e2ee");

const client = new Client({
  baseUrl: process.env.INFISICAL_URL,
  token: process.env.INFISICAL_TOKEN,
});
client.secrets
  .list()
  .then((secrets) => console.log(JSON.stringify(secrets.toObject())))
  .finally(() => client.close());
