import { inspect, type InspectOptions } from "node:util";

import { aboutSecret, arrayOf, type Check, namedSecret, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { throwIfAny } from "./failure.js";
import { toBulkItem, type BulkItem } from "./generated/records.js";
import { NamedItems } from "./items.js";
import { listNamed, type NamedValues } from "./named.js";

/** A name with the value it is to have. */
export interface NewValue {
  /** The name. */
  name: string;
  /** The value. */
  value: string;
  /** A comment for people; left out, the one there is stays. */
  comment?: string | undefined;
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
