import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

import { InvalidInputError, OperationCancelledError } from "infisical-e2ee";

import { makeProject } from "./devserver.mjs";

const require = createRequire(import.meta.url);
const { AuditLogs } = require("../dist/audit-logs.js");

const event = (id) => ({ id, event: "create-secret", createdAt: null, details: [] });

/** An audit log with prepared pages, and the requests for them. */
function auditLogOf(pages) {
  const asked = [];
  const native = {
    async auditLogPage(_call, filter, cursor, limit) {
      asked.push({ filter, cursor, limit });
      const page = cursor === undefined ? 0 : Number(cursor);
      const next = page + 1 < pages.length ? String(page + 1) : null;
      return { events: pages[page].map(event), next };
    },
    async exportAuditLog(_call, filter) {
      asked.push({ filter });
      return "";
    },
  };
  return { auditLogs: new AuditLogs(native), asked };
}

async function idsOf(events) {
  const ids = [];
  for await (const { id } of events) {
    ids.push(id);
  }
  return ids;
}

test("events reads every page, also after an empty one", async () => {
  const { auditLogs, asked } = auditLogOf([["a", "b"], [], ["c"], []]);
  assert.deepEqual(await idsOf(auditLogs.events({ limit: 2, actor: "ada" })), ["a", "b", "c"]);
  assert.deepEqual(
    asked.map(({ cursor, limit, filter }) => [cursor, limit, filter.actor]),
    [
      [undefined, 2, "ada"],
      ["1", 2, "ada"],
      ["2", 2, "ada"],
      ["3", 2, "ada"],
    ],
  );
});

test("events starts at the cursor", async () => {
  const { auditLogs } = auditLogOf([["a"], ["b"], ["c"]]);
  assert.deepEqual(await idsOf(auditLogs.events({ cursor: "1" })), ["b", "c"]);
  assert.deepEqual(await idsOf(auditLogs.events({ cursor: null })), ["a", "b", "c"]);
});

test("events ended early requests no further page", async () => {
  const { auditLogs, asked } = auditLogOf([["a"], ["b"], ["c"]]);
  const events = auditLogs.events();
  assert.equal(asked.length, 0);
  for await (const { id } of events) {
    if (id === "b") {
      break;
    }
  }
  assert.equal(asked.length, 2);
  assert.deepEqual(await events.next(), { done: true, value: undefined });
});

test("events with an aborted signal ends at the next page", async () => {
  const { auditLogs, asked } = auditLogOf([["a"], ["b"]]);
  const controller = new AbortController();
  const events = auditLogs.events({ signal: controller.signal });
  assert.equal((await events.next()).value.id, "a");
  controller.abort("enough");
  await assert.rejects(events.next(), (error) => {
    assert.ok(error instanceof OperationCancelledError);
    assert.equal(error.cause, "enough");
    return true;
  });
  assert.equal(asked.length, 1);
});

test("query takes times as Date or text, and metadata as an object", async () => {
  const { auditLogs, asked } = auditLogOf([[]]);
  const filter = {
    start: new Date("2024-06-01T02:03:04.005+02:00"),
    end: "2024-07-01T00:00:00Z",
    metadata: { secretPath: "/backend", constructor: "" },
  };
  await auditLogs.query(filter);
  await auditLogs.export(filter);
  for (const { filter } of asked) {
    assert.equal(filter.start, "2024-06-01T00:03:04.005Z");
    assert.equal(filter.end, "2024-07-01T00:00:00Z");
    assert.deepEqual(filter.metadata, [
      { name: "secretPath", value: "/backend" },
      { name: "constructor", value: "" },
    ]);
  }
  await auditLogs.query();
  assert.deepEqual(asked.at(-1).filter.metadata, []);

  const refused = [
    [{ start: 5 }, /start must be a Date or RFC 3339 text/],
    [{ end: new Date(NaN) }, /end must be a valid Date/],
    [{ metadata: { secretPath: 1 } }, /metadata\.secretPath must be a string/],
    [{ metadata: new Map([["secretPath", "/"]]) }, /metadata must be an object/],
    [{ limit: 1.5 }, /limit must be a whole number/],
    [{ evnts: [] }, /"evnts".*events/],
  ];
  for (const [options, message] of refused) {
    const isRefused = (error) => error instanceof InvalidInputError && message.test(error.message);
    await assert.rejects(auditLogs.query(options), isRefused);
    await assert.rejects(auditLogs.events(options).next(), isRefused);
  }
});

test("events of a server returns every page", async (t) => {
  const { project, user } = await makeProject(t);
  for (const name of ["A", "B", "C"]) {
    await user.secrets.create(name, name, { project });
  }
  const all = (await user.auditLogs.query({ project })).events.map(({ id }) => id);
  assert.ok(all.length > 3, `${all.length} events`);
  assert.deepEqual(await idsOf(user.auditLogs.events({ project, limit: 1 })), all);

  const { next } = await user.auditLogs.query({ project, limit: 2 });
  assert.deepEqual(await idsOf(user.auditLogs.events({ project, cursor: next })), all.slice(2));

  const future = new Date(Date.now() + 3_600_000);
  const past = new Date(Date.now() - 3_600_000);
  assert.deepEqual(await idsOf(user.auditLogs.events({ project, start: past, end: future })), all);
  assert.deepEqual(await idsOf(user.auditLogs.events({ project, start: future })), []);
});
