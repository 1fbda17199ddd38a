import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";

import {
  Client,
  ClientClosedError,
  OperationCancelledError,
  OperationTimeoutError,
  RateLimitedError,
} from "infisical-e2ee";

import { makeProject } from "./devserver.mjs";

/** A server that responds with `answer`, or never. It stops at the end of the test. */
async function startServer(test, answer = () => {}) {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  test.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { server, baseUrl: `http://127.0.0.1:${server.address().port}` };
}

/** Runs `work`, and returns the longest time in ms that JavaScript's thread was blocked. */
async function longestPause(work) {
  let last = performance.now();
  let longest = 0;
  const ticker = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  await work();
  clearInterval(ticker);
  return longest;
}

test("call with an aborted signal rejects at once and sends nothing", async (t) => {
  let requests = 0;
  const { baseUrl } = await startServer(t, () => (requests += 1));
  const client = new Client({ baseUrl });
  const signal = AbortSignal.abort("planned");
  await assert.rejects(client.account.startSignUp("a@example.test", { signal }), (error) => {
    assert.ok(error instanceof OperationCancelledError);
    assert.equal(error.code, "cancelled");
    assert.equal(error.cause, "planned");
    return true;
  });
  assert.equal(requests, 0);
});

test("close during a call ends the call at once", async (t) => {
  const { server, baseUrl } = await startServer(t);
  const client = new Client({ baseUrl });
  const call = client.account.startSignUp("a@example.test");
  const [request] = await once(server, "request");
  request.on("error", () => {});
  const closed = once(request.socket, "close");
  const begun = performance.now();
  client.close();
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof ClientClosedError);
    assert.equal(error.retryable, false);
    return true;
  });
  await closed;
  assert.ok(performance.now() - begun < 5_000);
});

test("aborted signal cancels the request", async (t) => {
  const { server, baseUrl } = await startServer(t);
  const client = new Client({ baseUrl });
  const controller = new AbortController();
  const call = client.account.startSignUp("a@example.test", { signal: controller.signal });
  const [request] = await once(server, "request");
  request.on("error", () => {});
  const closed = once(request.socket, "close");
  const reason = new Error("no longer wanted");
  controller.abort(reason);
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof OperationCancelledError);
    assert.equal(error.cause, reason);
    return true;
  });
  await closed;
});

test("signal used for many calls keeps no listeners", async () => {
  const client = new Client({ baseUrl: "http://127.0.0.1:1" });
  const { signal } = new AbortController();
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args) => {
    listeners += 1;
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args) => {
    listeners -= 1;
    removeEventListener.apply(signal, args);
  };
  client.close();
  await client.account.startSignUp("a@example.test", { signal }).catch(() => {});
  assert.equal(listeners, 0);
});

test("timeoutMs limits one call, and deadlineMs every call of a client", async (t) => {
  const { baseUrl } = await startServer(t);
  const begin = performance.now();
  const client = new Client({ baseUrl });
  await assert.rejects(
    client.account.startSignUp("a@example.test", { timeoutMs: 100 }),
    OperationTimeoutError,
  );
  const hasty = new Client({ baseUrl, deadlineMs: 100 });
  await assert.rejects(hasty.account.startSignUp("a@example.test"), OperationTimeoutError);
  assert.ok(performance.now() - begin < 5_000);
});

test("timeoutMs and deadlineMs of null use the defaults", async (t) => {
  const { baseUrl } = await startServer(t, (_request, response) => {
    response.writeHead(429, { "retry-after": "600", "content-type": "application/json" });
    response.end("{}");
  });
  const client = new Client({ baseUrl, timeoutMs: null, deadlineMs: null });
  const call = client.account.startSignUp("a@example.test", { timeoutMs: null, signal: null });
  await assert.rejects(call, RateLimitedError);
});

test("retryAfterMs is in milliseconds", async (t) => {
  const { baseUrl } = await startServer(t, (_request, response) => {
    response.writeHead(429, { "retry-after": "600", "content-type": "application/json" });
    response.end('{"message":"slow down"}');
  });
  const client = new Client({ baseUrl });
  await assert.rejects(client.account.startSignUp("a@example.test"), (error) => {
    assert.ok(error instanceof RateLimitedError);
    assert.equal(error.retryAfterMs, 600_000);
    assert.equal(error.status, 429);
    assert.equal(error.retryable, true);
    return true;
  });
});

test("slow server does not block JavaScript's thread", async (t) => {
  const { baseUrl } = await startServer(t);
  const client = new Client({ baseUrl });
  const pause = await longestPause(() =>
    client.account.startSignUp("a@example.test", { timeoutMs: 500 }).catch(() => {}),
  );
  assert.ok(pause < 150, `${pause} ms`);
});

test("Argon2id of a log-in does not block JavaScript's thread", async (t) => {
  const { baseUrl, email, password, project } = await makeProject(t);
  const client = new Client({ baseUrl, email, password });
  let took = 0;
  const pause = await longestPause(async () => {
    const begin = performance.now();
    await client.projects.openKey(project);
    took = performance.now() - begin;
  });
  assert.ok(took > 50, `the log-in took only ${took} ms`);
  assert.ok(pause < Math.max(150, took / 2), `${pause} ms of ${took} ms`);
});
