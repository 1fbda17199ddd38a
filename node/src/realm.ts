/**
 * What Node's own realm made, as objects of the realm this module runs in. They are the same, except
 * where code is run in a realm of its own, as Jest does: there an object from outside is not deeply
 * equal to one from inside.
 *
 * @param value What JSON can carry, and `undefined`.
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
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, copy(one)]));
}
