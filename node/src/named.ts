import { types } from "node:util";

import { InvalidInputError } from "./errors.js";
import type { SecretList } from "./secret.js";

/** A name and its value. */
export interface NamedSecret {
  /** The name. */
  readonly name: string;
  /** The value. */
  readonly value: string;
}

/** Names to values. A `Map` keeps every order; an object has names that are whole numbers first. */
export type NamedValues = Readonly<Record<string, string>> | ReadonlyMap<string, string>;

/**
 * Lists names and values of an object, a Map or an iterable.
 *
 * @throws {@link InvalidInputError} if it is none of these; {@link InfisicalError} if it is a
 *   {@link SecretList} that is incomplete.
 */
export function listNamed<Item>(
  name: string,
  values: NamedValues | Iterable<Item>,
): (Item | NamedSecret)[] {
  if (typeof values !== "object" || (values as unknown) === null || !isCollection(values)) {
    const advice = types.isPromise(values) ? ". Await the promise first" : "";
    throw new InvalidInputError(`${name} must be an object, a Map or iterable${advice}`);
  }
  checkComplete(values);
  if (!types.isMap(values) && Symbol.iterator in values) {
    return Array.from(values);
  }
  const entries: Iterable<[string, string]> = types.isMap(values)
    ? values.entries()
    : Object.entries(values);
  return Array.from(entries, ([name, value]) => ({ name, value }));
}

/** Whether it is a plain object of any realm, a Map, or an iterable other than bytes. */
function isCollection(values: object): boolean {
  if (types.isMap(values) || Symbol.iterator in values) {
    return !ArrayBuffer.isView(values);
  }
  const prototype = Object.getPrototypeOf(values) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Fails for an incomplete list, even if it comes from another copy of this package. */
function checkComplete(values: object): void {
  const { checkComplete } = values as Partial<SecretList>;
  if (typeof checkComplete === "function") {
    checkComplete.call(values);
  }
}
