import { inspect, type InspectOptions } from "node:util";

import {
  aboutSecret,
  arrayOf,
  callback,
  type Check,
  flag,
  namedSecret,
  text,
} from "./arguments.js";
import type * as Binding from "./binding.js";
import type { InfisicalError } from "./errors.js";
import { fromFailure, throwIfAny } from "./failure.js";
import { NamedItems } from "./items.js";
import { LOCATION_OPTIONS, type LocationOptions } from "./location.js";
import { listNamed, type NamedValues } from "./named.js";
import type { Approval } from "./generated/records.js";

/** A name with the value it is to have. */
export interface NewValue {
  /** The name. */
  name: string;
  /** The value. */
  value: string;
  /** A comment for people; left out, the one there is stays. */
  comment?: string | undefined;
}

/** Options of {@link Secrets.setMany} and {@link Secrets.deleteMany}. */
export interface BulkOptions extends LocationOptions {
  /** Whether only to say what would change; not by default. */
  dryRun?: boolean | undefined;
  /**
   * Is called before the first request and after each with how many secrets are done, and of how
   * many; not any more once the promise is fulfilled. What it throws, or a promise it returns is
   * rejected with, stops nothing: the call makes all changes and is then rejected with it.
   */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

export const BULK_OPTIONS = { ...LOCATION_OPTIONS, dryRun: flag, onProgress: callback };

/** What happened to one of many secrets, or would. */
export interface BulkItem {
  /** The secret's name. */
  name: string;
  /** `unchanged` if it has that value, `absent` if there is none to delete. */
  action: "create" | "update" | "delete" | "unchanged" | "absent";
  /**
   * `planned` in a dry run; else `done`, `failed`, or `proposed` if a policy of the project asks for
   * approval first.
   */
  status: "planned" | "done" | "proposed" | "failed";
  /** Why it is not done: it failed, or was proposed. */
  error: InfisicalError | null;
  /** What a proposed change waits for. */
  approval: Approval | null;
}

/**
 * What happened to many secrets, or would: iterating gives an item for each secret named, in that
 * order. A program that must have everything done calls {@link checkComplete}.
 */
export class BulkResult extends NamedItems<BulkItem> {
  readonly #incomplete: Binding.NativeError | null;

  /** @internal */
  constructor(result: Binding.NativeBulkResult) {
    super(result.items.map(toBulkItem));
    this.#incomplete = result.incomplete;
  }

  /**
   * Does nothing if nothing failed or awaits approval.
   *
   * @throws {@link InfisicalError}, of the class of the first item's `error`; it says how many were
   *   not changed.
   */
  checkComplete(): void {
    throwIfAny(this.#incomplete);
  }

  /** The items. */
  toJSON(): object {
    return [...this];
  }

  /** How many there are. */
  override toString(): string {
    return `BulkResult(${String(this.length)} items)`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `BulkResult ${inspect(this.toJSON(), options)}`;
  }
}

/** What the native module is given, of what {@link Secrets.setMany} is. */
export function toNewValues(values: NamedValues | Iterable<NewValue>): Binding.NativeNewValue[] {
  const items = listNamed("values", values);
  arrayOf(newValue)("values", items);
  return items.map(({ name, value, comment }: NewValue) => ({
    ...{ name, value },
    comment: comment ?? undefined,
  }));
}

const newValue: Check = (place, given) => {
  namedSecret(place, given);
  const { name, comment } = given as NewValue;
  aboutSecret(name, () => {
    text("comment", comment ?? "");
  });
};

function toBulkItem(item: Binding.NativeBulkItem): BulkItem {
  const { name, action, status, error, approval } = item;
  return {
    name,
    action: action as BulkItem["action"],
    status: status as BulkItem["status"],
    error: error === null ? null : fromFailure(error),
    approval,
  };
}
