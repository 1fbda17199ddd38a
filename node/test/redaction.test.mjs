import assert from "node:assert/strict";
import { Console } from "node:console";
import { test } from "node:test";
import { Writable } from "node:stream";
import { inspect } from "node:util";

import { Client } from "infisical-e2ee";

import { makeProject } from "./devserver.mjs";

/** Every way in which objects end up in a log. */
function shown(object) {
  let text = "";
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const logger = new Console(stream, stream);
  logger.log(object);
  logger.dir(object, { showHidden: true, depth: null });
  logger.log("%s %o %O %j", object, object, object, object);
  logger.table(object);
  return [
    text,
    inspect(object),
    inspect(object, { showHidden: true, depth: null }),
    inspect(object, { showHidden: true, getters: true, depth: null }),
    JSON.stringify(object),
    String(object),
    `${object}`,
    inspect(structuredClone(object), { showHidden: true, depth: null }),
    inspect({ ...object }, { showHidden: true, depth: null }),
    String(Object.entries(object)),
  ].join("\n");
}

test("what is secret is nowhere in what is logged", async (t) => {
  const { baseUrl, password, project, user } = await makeProject(t);
  const secret = await user.secrets.create("PLAIN_NAME", "planted-value", {
    project,
    comment: "planted-comment",
  });
  const list = await user.secrets.list({ project });
  const created = await user.serviceTokens.create("reader", { project });
  const reader = new Client({ baseUrl, token: created.token });
  await reader.secrets.list();
  const error = await user.secrets
    .create("PLAIN_NAME", "planted-value", { project })
    .catch((e) => e);

  const tokenParts = created.token.split(".").slice(2);
  assert.equal(tokenParts.length, 2);
  const planted = ["planted", password, ...tokenParts];
  for (const object of [secret, list, [...list], created, user, reader, error, error.stack]) {
    const text = shown(object);
    for (const text_ of planted) {
      assert.ok(!text.includes(text_), text);
    }
  }
  assert.match(shown(secret), /PLAIN_NAME/);
  assert.match(shown(list), /PLAIN_NAME/);
  assert.deepEqual([secret.value, secret.comment], ["planted-value", "planted-comment"]);
  assert.deepEqual(list.toObject(), { PLAIN_NAME: "planted-value" });
});
