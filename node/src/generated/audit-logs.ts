// Operations of one resource. Generated; do not edit.
import type * as Binding from "../binding.js";
import { arrayOf, checkOptions, moment, text, texts, wholeNumber } from "../arguments.js";
import { run } from "../call.js";
import { toDetails, toInstant } from "../conversions.js";
import { type ProjectOptions, PROJECT_OPTIONS } from "./options.js";
import {
  type AuditActor,
  type AuditLogPage,
  type AuditChange,
  toAuditLogPage,
  toAuditChange,
} from "./records.js";

/** Options of {@link AuditLogs.query}. */
export interface QueryAuditLogOptions extends ProjectOptions {
  /**
   * Kinds of events, by the server's own names: `readSecrets`, `addSecrets`, `updateSecrets` and
   * `deleteSecrets` on May 2023 servers, later `get-secrets`, `create-secret` and many more; all by
   * default.
   */
  events?: string[] | undefined;
  /** Id of the actor who did it, such as one of {@link AuditLogs.actors}; everybody by default. */
  actor?: string | undefined;
  /** Kind of program that did it, such as `web`, `cli` or `other`; all by default. */
  channel?: string | undefined;
  /**
   * First moment of the events, as RFC 3339, such as `2024-06-01T00:00:00Z`; the beginning of the
   * log by default. A `Date` is accepted too.
   */
  start?: Date | string | undefined;
  /**
   * Last moment of the events, as RFC 3339, such as `2024-06-30T23:59:59Z`; now by default. A
   * `Date` is accepted too.
   */
  end?: Date | string | undefined;
  /**
   * Details that an event must have, each by its name and value, such as `environment` and `prod`;
   * none by default. An event must have all of them. Names and values are not empty and have
   * neither `=` nor `,` in them. Only servers since autumn 2024 can filter by details; this is
   * known from their public source, and was not tested with a running server. Give an object of
   * names to values.
   */
  metadata?: Record<string, string> | undefined;
  /**
   * Cursor where the page begins: {@link AuditLogPage.next} of the page before, with the same
   * filter; the newest event by default. Events that were added in the meantime are not returned,
   * and no event is returned twice.
   */
  cursor?: string | undefined;
  /**
   * Number of entries to ask the server for at a time, 1 to 1000; 100 by default. A page may have
   * fewer, where the client filters or the server returns no more, or more, where an entry stands
   * for several events.
   */
  limit?: number | undefined;
}

/** @internal */
export const QUERY_AUDIT_LOG_OPTIONS = {
  ...PROJECT_OPTIONS,
  events: arrayOf(text),
  actor: text,
  channel: text,
  start: moment,
  end: moment,
  metadata: texts,
  cursor: text,
  limit: wholeNumber,
};

/** Options of {@link AuditLogs.export}. */
export interface ExportAuditLogOptions extends ProjectOptions {
  /**
   * Kinds of events, by the server's own names: `readSecrets`, `addSecrets`, `updateSecrets` and
   * `deleteSecrets` on May 2023 servers, later `get-secrets`, `create-secret` and many more; all by
   * default.
   */
  events?: string[] | undefined;
  /** Id of the actor who did it, such as one of {@link AuditLogs.actors}; everybody by default. */
  actor?: string | undefined;
  /** Kind of program that did it, such as `web`, `cli` or `other`; all by default. */
  channel?: string | undefined;
  /**
   * First moment of the events, as RFC 3339, such as `2024-06-01T00:00:00Z`; the beginning of the
   * log by default. A `Date` is accepted too.
   */
  start?: Date | string | undefined;
  /**
   * Last moment of the events, as RFC 3339, such as `2024-06-30T23:59:59Z`; now by default. A
   * `Date` is accepted too.
   */
  end?: Date | string | undefined;
  /**
   * Details that an event must have, each by its name and value, such as `environment` and `prod`;
   * none by default. An event must have all of them. Names and values are not empty and have
   * neither `=` nor `,` in them. Only servers since autumn 2024 can filter by details; this is
   * known from their public source, and was not tested with a running server. Give an object of
   * names to values.
   */
  metadata?: Record<string, string> | undefined;
}

/** @internal */
export const EXPORT_AUDIT_LOG_OPTIONS = {
  ...PROJECT_OPTIONS,
  events: arrayOf(text),
  actor: text,
  channel: text,
  start: moment,
  end: moment,
  metadata: texts,
};

/**
 * The audit log of projects: who did what.
 *
 * Every method fails with {@link PermissionDeniedError} for a service token, a service account or a
 * machine identity, and with {@link InvalidInputError} if neither the call nor the client has a
 * project, or if its id cannot be an id on this server.
 *
 * Protocol: `/api/v1/workspace/{id}/logs` and `/api/v1/action/{id}` on May 2023 servers, later
 * `/api/v1/workspace/{id}/audit-logs`, since autumn 2024 `/api/v1/organization/audit-logs`.
 */
export class AuditLogs {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Returns one page of the audit log of a project, newest events first.
   *
   * Real servers of 2024 and later keep an audit log only with a license; without one it is empty.
   *
   * @throws {@link PermissionDeniedError} if the user's role does not allow reading the audit log,
   *   or for an API key on servers of 2024 and later.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link InvalidInputError} if a time is not RFC 3339 with a time zone, if the page size
   *   is not 1 to 1000, if the cursor does not come from a page of the audit log, if the server
   *   does not know a kind of event or the channel, or if a name or value in `metadata` is empty or
   *   has `=` or `,` in it.
   * @throws {@link UnsupportedByServerError} if `metadata` is given, on servers before autumn 2024.
   */
  async query(options: QueryAuditLogOptions = {}): Promise<AuditLogPage> {
    options = checkOptions(options, QUERY_AUDIT_LOG_OPTIONS);
    const {
      project,
      events = [],
      actor,
      channel,
      start,
      end,
      metadata = {},
      cursor,
      limit,
    } = options;
    const found = await run(options, (call) =>
      this.#client.auditLogPage(
        call,
        {
          project,
          events,
          actor,
          channel,
          start: toInstant(start),
          end: toInstant(end),
          metadata: toDetails(metadata),
        },
        cursor,
        limit,
      ),
    );
    return toAuditLogPage(found);
  }

  /**
   * Returns the audit log of a project as JSON Lines. The text has an object for each event, newest
   * first, with the fields of `AuditEvent`; `details` is an object too.
   *
   * The text has all pages, and all of it is in memory at once; `start` and `end` limit it. It can
   * be as long as the longest answer that the client accepts (64 MiB by default). Real servers of
   * 2024 and later keep an audit log only with a license; without one it is empty.
   *
   * The deadline restarts with each page that has an event for the text. A long log with few of
   * them needs a long deadline, or `start` and `end`. Pages have 1000 entries by default, and 100
   * on May 2023 servers.
   *
   * @throws {@link PermissionDeniedError} if the user's role does not allow reading the audit log,
   *   or for an API key on servers of 2024 and later.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link InvalidInputError} if a time is not RFC 3339 with a time zone, if the server
   *   does not know a kind of event or the channel, or if a name or value in `metadata` is empty or
   *   has `=` or `,` in it.
   * @throws {@link UnsupportedByServerError} if `metadata` is given, on servers before autumn 2024.
   * @throws {@link InvalidResponseError} if the text would be longer than that.
   * @throws {@link TimeoutError} if the server sends pages without an event for the text until the
   *   deadline.
   */
  async export(options: ExportAuditLogOptions = {}): Promise<string> {
    options = checkOptions(options, EXPORT_AUDIT_LOG_OPTIONS);
    const { project, events = [], actor, channel, start, end, metadata = {} } = options;
    return run(options, (call) =>
      this.#client.exportAuditLog(call, {
        project,
        events,
        actor,
        channel,
        start: toInstant(start),
        end: toInstant(end),
        metadata: toDetails(metadata),
      }),
    );
  }

  /**
   * Returns what one event did to secrets, decrypted. Only on May 2023 servers, whose audit log
   * refers to versions of secrets; on later ones, list the versions of the secret.
   *
   * @param id - Id of the event.
   * @throws {@link UnsupportedByServerError} on servers of 2024 and later.
   * @throws {@link NotFoundError} if the project has no such event.
   * @throws {@link InvalidInputError} if `id` cannot be an id on this server.
   * @throws {@link DecryptionFailedError} if a version of a secret was changed, so that it does not
   *   verify.
   * @throws {@link KeyUnavailableError} if the user has no copy of the project key, or if the
   *   credential does not open the user's private key.
   */
  async changes(id: string, options: ProjectOptions = {}): Promise<AuditChange[]> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) => this.#client.auditLogChanges(call, id, project));
    return found.map((it) => toAuditChange(it));
  }

  /**
   * Lists who can be found in the audit log of a project. Use their ids as `actor` of {@link
   * AuditLogs.query}.
   *
   * Real servers of 2024 and later always return an empty list, whatever is in the log.
   *
   * @throws {@link PermissionDeniedError} for an API key, or if the user's role does not allow
   *   reading the audit log.
   * @throws {@link NotFoundError} if there is no such project or the user is not a member.
   * @throws {@link UnsupportedByServerError} on May 2023 servers, and on recent servers that no
   *   longer have this list.
   */
  async actors(options: ProjectOptions = {}): Promise<AuditActor[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    return run(options, (call) => this.#client.auditLogActors(call, project));
  }
}
