// One session with npm's `infisical-node`, unmodified. Reads what to do on stdin, prints what it saw.
const { readFileSync } = require("node:fs");
const InfisicalClient = require("infisical-node");

// A new client has an empty cache: what it returns comes from the server.
const fresh = () =>
  new InfisicalClient({
    token: process.env.INFISICAL_TOKEN,
    siteURL: process.env.INFISICAL_URL,
    debug: true,
  });

const everything = async () => {
  const secrets = await fresh().getAllSecrets({ environment: "dev", path: "/" });
  return Object.fromEntries(secrets.map((s) => [s.secretName, s.secretValue]));
};

async function main() {
  const task = JSON.parse(readFileSync(0, "utf8"));
  const where = { environment: "dev", path: "/", type: "shared" };
  const report = { listed: await everything(), got: {} };
  for (const name of Object.keys(task.ours)) {
    report.got[name] = (await fresh().getSecret(name, where)).secretValue;
  }
  const client = fresh();
  for (const [name, value] of Object.entries(task.create)) {
    await client.createSecret(name, value, where);
  }
  for (const [name, value] of Object.entries(task.update)) {
    await client.updateSecret(name, value, where);
  }
  for (const name of task.delete) await client.deleteSecret(name, where);
  report.at_the_end = await everything();
  console.log(JSON.stringify(report));
}

main();
