import { checkOptions } from "./arguments.js";
import {
  AuditLogs as Operations,
  QUERY_AUDIT_LOG_OPTIONS,
  type QueryAuditLogOptions,
} from "./generated/audit-logs.js";
import type { AuditEvent } from "./generated/records.js";

/** The audit log of projects: who did what. */
export class AuditLogs extends Operations {
  /**
   * Reads all events, newest first; each page is requested when the iteration reaches it. The
   * options and errors are those of {@link query}: the first page begins at `cursor`; `limit`,
   * `signal` and `timeoutMs` apply to each page.
   *
   * ```ts
   * const yesterday = new Date(Date.now() - 86_400_000);
   * for await (const event of client.auditLogs.events({ start: yesterday })) {
   *   console.log(event.createdAt, event.event, event.actorName);
   * }
   * ```
   */
  async *events(options: QueryAuditLogOptions = {}): AsyncGenerator<AuditEvent, void, undefined> {
    options = checkOptions(options, QUERY_AUDIT_LOG_OPTIONS);
    let { cursor } = options;
    do {
      const page = await this.query({ ...options, cursor });
      yield* page.events;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }
}
