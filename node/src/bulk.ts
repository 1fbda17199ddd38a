import { inspect, type InspectOptions } from "node:util";

import { aboutSecret, arrayOf, type Check, namedSecret, text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { throwIfAny } from "./failure.js";
import { toBulkItem, type BulkItem } from "./generated/records.js";
import { NamedItems } from "./items.js";
import { listNamed, type NamedValues } from "./named.js";

/** A name with its new value. */
export interface NewValue {
  /** The name. */
  name: string;
  /** The value. */
  value: string;
  /** A comment for people; unchanged by default. */
  comment?: string | undefined;
}

/**
 * The result of a change of many secrets, or of its dry run: an item for each secret, in the order
 * given. {@link checkComplete} throws if a change was not made.
 */
export class BulkResult extends NamedItems<BulkItem> {
  readonly #incomplete: Binding.NativeError | null;

  /** @internal */
  constructor(result: Binding.NativeBulkResult) {
    super(result.items.map(toBulkItem));
    this.#incomplete = result.incomplete;
  }

  /**
   * Throws if a change failed or awaits approval.
   *
   * @throws {@link InfisicalError}, of the class of the first such item's `error`, with the number
   *   of them.
   */
  checkComplete(): void {
    throwIfAny(this.#incomplete);
  }

  /** The items. */
  toJSON(): object {
    return [...this];
  }

  /** The number of items. */
  override toString(): string {
    return `BulkResult(${String(this.length)} items)`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `BulkResult ${inspect(this.toJSON(), options)}`;
  }
}

/** Converts the values of {@link Secrets.setMany} for the native module. */
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
