import { types } from "node:util";

/**
 * Converts objects of Node's own realm to this module's realm. The two differ only if code runs in
 * a separate realm, as in Jest: objects of different realms are not deeply equal there.
 *
 * @param value A JSON value, bytes or `undefined`.
 */
export function toThisRealm<T>(value: T): T {
  return isFromOutside(value) ? (copy(value) as T) : value;
}

function isFromOutside(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.getPrototypeOf(value) !== (Array.isArray(value) ? Array.prototype : Object.prototype)
  );
}

function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return Array.from(value, copy);
  }
  if (types.isUint8Array(value)) {
    return Object.getPrototypeOf(value) === Uint8Array.prototype ? value : Uint8Array.from(value);
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one)]));
}
