import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";

import { InvalidInputError, verifyWebhook } from "infisical-e2ee";

test("verifyWebhook accepts text or bytes and refuses a parsed body", () => {
  const timestamp = Date.now();
  const body = JSON.stringify({ event: "secrets.modified", timestamp });
  const signature = `t=${timestamp};${createHmac("sha256", "key").update(body).digest("hex")}`;
  for (const taken of [body, Buffer.from(body), new TextEncoder().encode(body)]) {
    verifyWebhook(taken, signature, "key");
  }
  for (const refused of [JSON.parse(body), undefined, null, new ArrayBuffer(1)]) {
    assert.throws(
      () => verifyWebhook(refused, signature, "key"),
      (error) => error instanceof InvalidInputError && /payload.*unparsed body/.test(error.message),
    );
  }
});
