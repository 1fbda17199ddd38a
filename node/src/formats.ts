import { text } from "./arguments.js";
import { InvalidInputError } from "./errors.js";
import { fromThrown } from "./failure.js";
import { native } from "./native.js";
import { SecretList } from "./secret.js";

/** How names and values are written in a file. */
export type SecretsFormat = "dotenv" | "json" | "yaml";

/** A name and its value, as secrets have them. */
export interface NamedSecret {
  /** The name. */
  readonly name: string;
  /** The value. */
  readonly value: string;
}

/**
 * Names and values as the text of a file, in the order given; {@link parseSecrets} gives back exactly
 * these. In dotenv, values are quoted where readers need it; in YAML always, so that none is a number.
 *
 * ```ts
 * formatSecrets({ PORT: "5432", MOTTO: "$a # b" }, "dotenv"); // PORT=5432\nMOTTO='$a # b'\n
 * ```
 *
 * @throws {@link InvalidInputError} for a name that is empty or given twice, or that dotenv cannot
 *   carry; {@link DecryptionFailedError} if a list is incomplete.
 */
export function formatSecrets(
  secrets: Record<string, string> | Iterable<NamedSecret>,
  format: SecretsFormat,
): string {
  text("format", format);
  if (secrets instanceof SecretList) {
    secrets.checkComplete();
  }
  try {
    return native.formatSecrets(toNamed(secrets), format);
  } catch (failure) {
    throw fromThrown(failure);
  }
}

/**
 * Names to values, in the order of a file. Nothing in it is executed or replaced: `$NAME` stays as it
 * is written.
 *
 * @throws {@link InvalidInputError} if the text is not of that format or has a name twice. It tells
 *   the line, and nothing of its content.
 */
export function parseSecrets(source: string, format: SecretsFormat): Record<string, string> {
  text("source", source);
  text("format", format);
  try {
    const secrets = native.parseSecrets(source, format);
    return Object.fromEntries(secrets.map(({ name, value }) => [name, value]));
  } catch (failure) {
    throw fromThrown(failure);
  }
}

function toNamed(secrets: Record<string, string> | Iterable<NamedSecret>) {
  if (typeof secrets !== "object" || (secrets as unknown) === null) {
    throw new InvalidInputError("secrets must be an object or iterable");
  }
  const named =
    Symbol.iterator in secrets
      ? Array.from(secrets as Iterable<NamedSecret>, ({ name, value }) => ({ name, value }))
      : Object.entries(secrets).map(([name, value]) => ({ name, value }));
  for (const { name, value } of named) {
    text("name", name);
    text("value", value);
  }
  return named;
}
