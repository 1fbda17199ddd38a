import { fileURLToPath } from "node:url";
import { types } from "node:util";

import { text } from "./arguments.js";
import type { StorageAnswer } from "./binding.js";
import { InvalidInputError } from "./errors.js";

/**
 * Keeps the contents of a trust store, for the option `trustStore` of a client. The contents are
 * encrypted and authenticated, so any place that keeps them will do. One client at a time may use a
 * storage.
 *
 * The text of what a method throws, or of what its promise is rejected with, becomes the message of
 * the {@link InvalidInputError} with which the call of the client is rejected.
 */
export interface TrustStorage {
  /** Returns the contents that were saved last; `null` if nothing was ever saved. */
  load(): Uint8Array | null | undefined | Promise<Uint8Array | null | undefined>;
  /** Replaces the contents, all or nothing. */
  save(contents: Uint8Array): unknown;
}

type TrustStore = string | URL | TrustStorage;

/** Fails unless the value is a path, a `file:` URL, or an object that can load and save. */
export function trustStore(name: string, value: unknown): void {
  if (typeof value === "string") {
    text(name, value);
  } else if (isUrl(value)) {
    if (value.protocol !== "file:") {
      throw new InvalidInputError(`${name} must be a file: URL, not ${value.protocol}`);
    }
  } else if (!isStorage(value)) {
    throw new InvalidInputError(
      `${name} must be the path or file: URL of a file, or an object with the methods load and save`,
    );
  }
}

/** The path of the file, unless a storage is given. */
export function trustFile(given: TrustStore | undefined): string | undefined {
  if (!isUrl(given)) return typeof given === "string" ? given : undefined;
  try {
    return fileURLToPath(given.href);
  } catch (cause) {
    throw new InvalidInputError("trustStore is a file: URL without a local path", { cause });
  }
}

/** For the native module: saves contents, or loads them if there are none. Throws nothing. */
export function storageFunction(
  given: TrustStore | undefined,
): ((contents: Uint8Array | undefined | null, answer: StorageAnswer) => void) | undefined {
  if (given === undefined || typeof given === "string" || isUrl(given)) return undefined;
  return (contents, answer) => {
    done(given, contents ?? null)
      .then((loaded) => {
        answer.give(loaded);
      })
      .catch((error: unknown) => {
        answer.give(null, reason(error));
      });
  };
}

async function done(storage: TrustStorage, contents: Uint8Array | null) {
  if (contents !== null) {
    // Of this realm, and the storage's own.
    await storage.save(Uint8Array.from(contents));
    return null;
  }
  const loaded: unknown = (await storage.load()) ?? null;
  if (loaded !== null && !types.isUint8Array(loaded)) {
    throw new TypeError("load() returned neither a Uint8Array nor null");
  }
  return loaded;
}

/** Not by `instanceof`: in Jest a URL is of another realm. */
function isUrl(value: unknown): value is URL {
  return typeof value === "object" && value !== null && "href" in value && "protocol" in value;
}

function isStorage(value: unknown): value is TrustStorage {
  const { load, save } = (value ?? {}) as Partial<TrustStorage>;
  return typeof load === "function" && typeof save === "function";
}

function reason(error: unknown): string {
  try {
    return String(error);
  } catch {
    return "the storage failed with a value that has no text";
  }
}
