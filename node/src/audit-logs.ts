import { inspect, type InspectOptions } from "node:util";

import { arrayOf, checkOptions, moment, text, texts, wholeNumber } from "./arguments.js";
import type * as Binding from "./binding.js";
import { run } from "./call.js";
import { PROJECT_OPTIONS, type ProjectOptions } from "./location.js";
import {
  toAuditChange,
  toAuditLogPage,
  type AuditEvent,
  type AuditActor,
  type AuditLogPage,
  type AuditChange,
} from "./generated/records.js";

/** A version of a secret. */
export class AuditedSecret {
  /** Counts the secret's changes from 1. */
  readonly version: number;
  /** Its name. */
  readonly name: string;

  readonly #value: string;

  /** @internal */
  constructor(native: Binding.NativeAuditedSecret) {
    this.version = native.version;
    this.name = native.name;
    this.#value = native.value;
  }

  /** Its value. */
  get value(): string {
    return this.#value;
  }

  /** Everything but value. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of value. */
  toString(): string {
    return `AuditedSecret(${this.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `AuditedSecret ${inspect(this.toJSON(), options)}`;
  }
}

/** Which events are wanted. */
export interface ExportAuditLogOptions extends ProjectOptions {
  /**
   * Kinds of events by the server's own names: `readSecrets`, `addSecrets`, `updateSecrets`,
   * `deleteSecrets` on May 2023 servers, later `get-secrets`, `create-secret` and many more; all by
   * default.
   */
  events?: string[] | undefined;
  /** Id of who did it; everybody by default. */
  actor?: string | undefined;
  /** Kind of program that did it, such as `web`, `cli` or `other`; all by default. */
  channel?: string | undefined;
  /** The first moment, as `Date` or RFC 3339 text such as `2024-06-01T00:00:00Z`. */
  start?: Date | string | undefined;
  /** The last moment, likewise. */
  end?: Date | string | undefined;
  /**
   * What the server must say of an event, by name, such as `{ secretPath: "/backend" }`; anything by
   * default. For today's servers, and by their source: it was not held against one.
   */
  metadata?: Record<string, string> | undefined;
}

/** Options of {@link AuditLogs.query} and {@link AuditLogs.events}. */
export interface QueryAuditLogOptions extends ExportAuditLogOptions {
  /**
   * Where the page begins: `next` of the one before, with the same filter; by default the newest.
   */
  cursor?: string | undefined;
  /** Most entries the server is asked for, 1 to 1000; 100 by default. */
  limit?: number | undefined;
}

const FILTER_OPTIONS = {
  ...PROJECT_OPTIONS,
  events: arrayOf(text),
  actor: text,
  channel: text,
  start: moment,
  end: moment,
  metadata: texts,
};
const QUERY_OPTIONS = { ...FILTER_OPTIONS, cursor: text, limit: wholeNumber };

/**
 * The audit log: who did what in a project. It is for users; other credentials are refused with
 * {@link PermissionDeniedError}.
 */
export class AuditLogs {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * One page of what happened in a project, newest first. Real servers of 2024 keep an audit log
   * only with a licence and answer an empty one without.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member; {@link
   *   InvalidInputError} for a time, cursor or limit that is none, or an event or channel the
   *   server does not know; {@link UnsupportedByServerError} for `metadata` on servers before
   *   today's.
   */
  async query(options: QueryAuditLogOptions = {}): Promise<AuditLogPage> {
    options = checkOptions(options, QUERY_OPTIONS);
    const { cursor, limit } = options;
    return toAuditLogPage(
      await run(options, (call) =>
        this.#client.auditLogPage(call, toFilter(options), cursor, limit),
      ),
    );
  }

  /**
   * What one event did to secrets, decrypted. Only on May 2023 servers, whose audit log refers to
   * versions of secrets.
   *
   * @param id The event's id.
   * @throws {@link UnsupportedByServerError} on later servers; {@link NotFoundError} if the project
   *   has no such event; {@link DecryptionFailedError} if a version was changed; {@link
   *   KeyUnavailableError} if the user has no copy of the project key.
   */
  async changes(id: string, options: ProjectOptions = {}): Promise<AuditChange[]> {
    text("id", id);
    options = checkOptions(options, PROJECT_OPTIONS);
    const { project } = options;
    const found = await run(options, (call) => this.#client.auditLogChanges(call, id, project));
    return found.map(toAuditChange);
  }

  /**
   * Who can be found in the audit log of a project: their ids are what `actor` of {@link query}
   * takes. Servers of 2024 and later always answer with an empty list.
   *
   * @throws {@link UnsupportedByServerError} on May 2023 servers; {@link NotFoundError} if there is
   *   no such project or the user is not a member; {@link PermissionDeniedError} for programs and
   *   API keys, and without the role.
   */
  async actors(options: ProjectOptions = {}): Promise<AuditActor[]> {
    options = checkOptions(options, PROJECT_OPTIONS);
    return run(options, (call) => this.#client.auditLogActors(call, options.project));
  }

  /**
   * Everything that happened, newest first, page by page as it is asked for. The options and errors
   * are those of {@link query}; `limit`, `signal` and `timeoutMs` are for each page, and `cursor` is
   * where the first begins.
   *
   * ```ts
   * const yesterday = new Date(Date.now() - 86_400_000);
   * for await (const event of client.auditLogs.events({ start: yesterday })) {
   *   console.log(event.createdAt, event.event, event.actorName);
   * }
   * ```
   */
  async *events(options: QueryAuditLogOptions = {}): AsyncGenerator<AuditEvent, void, undefined> {
    options = checkOptions(options, QUERY_OPTIONS);
    let { cursor } = options;
    do {
      const page = await this.query({ ...options, cursor });
      yield* page.events;
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
  }

  /**
   * Everything that happened, all pages of it, as JSON Lines: an object for each event, newest
   * first, with the fields of an event, `details` among them as an object.
   *
   * All of it is in memory at once; `start` and `end` bound it.
   *
   * @throws {@link NotFoundError} if there is no such project or the user is not a member; {@link
   *   InvalidInputError} for a time that is none, or an event or channel the server does not know;
   *   {@link UnsupportedByServerError} for `metadata` on servers before today's.
   */
  async export(options: ExportAuditLogOptions = {}): Promise<string> {
    options = checkOptions(options, FILTER_OPTIONS);
    return run(options, (call) => this.#client.exportAuditLog(call, toFilter(options)));
  }
}

function toFilter(options: ExportAuditLogOptions): Binding.NativeAuditLogFilter {
  const { project, events = [], actor, channel, start, end, metadata = {} } = options;
  return {
    ...{ project, events, actor, channel },
    start: toInstant(start),
    end: toInstant(end),
    metadata: Object.entries(metadata).map(([name, value]) => ({ name, value })),
  };
}

function toInstant(moment: Date | string | undefined): string | undefined {
  return typeof moment === "object" ? moment.toISOString() : moment;
}
