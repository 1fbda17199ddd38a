import { arrayOf, namedSecret, text } from "./arguments.js";
import { fromThrown } from "./failure.js";
import { listNamed, type NamedSecret, type NamedValues } from "./named.js";
import { native } from "./native.js";

/**
 * How names and values are written in a file. The first four write `NAME=value` lines, whose
 * readers differ in quotes, backslashes, `$` and `#`: choose by the file's reader. `"dotenv"` is
 * for npm's dotenv and python-dotenv, `"docker"` for `docker run --env-file`, `"shell"` for `.` and
 * `source`, `"compose"` for Docker Compose.
 */
export type SecretsFormat = "dotenv" | "docker" | "shell" | "compose" | "json" | "yaml";

/**
 * Writes names and values as the text of a file, in the order given; {@link parseSecrets} returns
 * exactly these. In `NAME=value` lines, values are quoted if the reader needs it; in YAML always,
 * so that none is read as a number.
 *
 * ```ts
 * formatSecrets({ PORT: "5432", MOTTO: "$a # b" }, "dotenv"); // PORT=5432\nMOTTO='$a # b'\n
 * ```
 *
 * @param secrets Names to values, as a `Map`, or as an object, whose order is JavaScript's: names
 *   that are whole numbers first; or secrets, such as a {@link SecretList}.
 * @throws {@link InvalidInputError} for a name that is empty or given twice, and for a name or
 *   value that the format cannot represent, because the reader would misread it: the error gives
 *   the name and the reason; as {@link SecretList.checkComplete} if a list is incomplete.
 */
export function formatSecrets(
  secrets: NamedValues | Iterable<NamedSecret>,
  format: SecretsFormat,
): string {
  text("format", format);
  const items = listNamed("secrets", secrets);
  arrayOf(namedSecret)("secrets", items);
  const named = items.map(({ name, value }) => ({ name, value }));
  try {
    return native.formatSecrets(named, format);
  } catch (failure) {
    throw fromThrown(failure);
  }
}

/**
 * Reads names and values of a file, in its order: a `Map`, because an object would put names that
 * are whole numbers first. Nothing is executed or expanded: a line in which a shell or Compose
 * would expand `$NAME` is refused. Where python-dotenv and npm's dotenv differ, dotenv is read like
 * python-dotenv; JSON may also be the array of `infisical export --format=json`.
 *
 * ```ts
 * const settings = parseSecrets(await readFile(".env", "utf8"), "dotenv");
 * settings.get("PORT"); // or, of all of them: Object.fromEntries(settings)
 * ```
 *
 * @throws {@link InvalidInputError} if the text is not of that format or has a name twice. The
 *   error has the number of the line, and nothing of its content.
 */
export function parseSecrets(source: string, format: SecretsFormat): Map<string, string> {
  text("source", source);
  text("format", format);
  try {
    const secrets = native.parseSecrets(source, format);
    return new Map(secrets.map(({ name, value }) => [name, value]));
  } catch (failure) {
    throw fromThrown(failure);
  }
}
