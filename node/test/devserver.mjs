// A local server with an account and a project.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import { Client } from "infisical-e2ee";

const BINARY =
  process.env.INFISICAL_E2EE_DEVSERVER ??
  fileURLToPath(new URL("../../target/debug/infisical-e2ee-devserver", import.meta.url));
// So that servers hash the names of secrets once for all tests.
const indices = fileURLToPath(new URL("../../target/blind-indices", import.meta.url));
const SHARED_SALT = `--shared-salt=${indices}`;

/** Starts a server, which stops at the end of the test. */
export async function startDevserver(test, era = "feb24") {
  const server = spawn(BINARY, ["--era", era, "--port", "0", "--quiet", SHARED_SALT], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  test.after(() => server.kill());
  const [line] = await Promise.race([
    once(createInterface(server.stdout), "line"),
    once(server, "exit").then(() => {
      throw new Error(`the local server did not start: ${BINARY}`);
    }),
  ]);
  return line.split(" listening on ")[1].split(" ")[0];
}

/** Signs up and creates a project. Returns what a client needs to use it. */
export async function makeProject(test, era) {
  const baseUrl = await startDevserver(test, era);
  const email = `ada-${randomBytes(4).toString("hex")}@example.test`;
  const password = `planted-password-${randomBytes(4).toString("hex")}`;
  const anyone = new Client({ baseUrl });
  await anyone.account.startSignUp(email);
  const answer = await fetch(`${baseUrl}/dev/codes?email=${encodeURIComponent(email)}`);
  const { codes } = await answer.json();
  await anyone.account.completeSignUp(email, codes.at(-1).code, password, { sendPassword: true });
  anyone.close();
  const requireE2ee = !["jun24", "modern"].includes(era);
  const options = { environment: "dev", requireE2ee, sendPassword: true };
  const user = new Client({ baseUrl, email, password, ...options });
  const project = (await user.projects.create("Engines")).id;
  return { baseUrl, email, password, project, user };
}
