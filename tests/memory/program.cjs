// The program whose memory run.py searches. Reads its task, and then a line, from standard input.
const { createRequire } = require("node:module");
const { createInterface } = require("node:readline");

const { Client } = createRequire(process.argv[2])("infisical-e2ee");

async function main() {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
  let kept = await use(JSON.parse((await lines.next()).value));
  console.log("ready");
  await lines.next();
  kept.client?.close();
  kept = undefined;
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => setImmediate(resolve));
    global.gc();
  }
  console.log("ended");
  await lines.next();
}

/** Everything that the program keeps until the end. */
async function use({ kind, url, email, credential: masked, project, secret }) {
  const bytes = Buffer.from(masked, "hex").map((byte) => byte ^ 0x5a);
  const credential = Buffer.from(bytes).toString();
  bytes.fill(0);
  if (kind === "control") return { credential };
  const options = { baseUrl: url, project, environment: "dev" };
  const client =
    kind === "token"
      ? new Client({ token: credential, ...options })
      : new Client({ email, password: credential, ...options });
  const opened = await client.projects.openKey(project);
  return { credential, client, opened, secret: await client.secrets.get(secret) };
}

main();
