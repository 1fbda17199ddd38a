import { types } from "node:util";

import { InvalidInputError } from "./errors.js";

/** Fails if the argument of that name is invalid. */
export type Check = (name: string, value: unknown) => void;

/**
 * The given options, without those that are `undefined` or `null`. Fails for an option that does
 * not exist or has the wrong type: a misspelt `environment` must not select the default one.
 */
export function checkOptions<Options extends object>(
  options: Options,
  checks: { [Name in keyof Required<Options>]: Check },
): Options {
  const known = Object.entries<Check>(checks);
  const names = known.map(([name]) => name);
  if (typeof options !== "object" || (options as unknown) === null) {
    throw new InvalidInputError(
      `options must be an object such as ${exampleOf(names)}, not ${kindOf(options)}. ` +
        `The options are: ${names.join(", ")}`,
    );
  }
  for (const name in options) {
    if (!Object.hasOwn(checks, name)) {
      throw new InvalidInputError(
        `there is no option ${JSON.stringify(name)}. The options are: ${names.join(", ")}`,
      );
    }
  }
  const given: Record<string, unknown> = {};
  for (const [name, check] of known) {
    const value = (options as Record<string, unknown>)[name];
    if (value !== undefined && value !== null) {
      check(name, value);
      given[name] = value;
    }
  }
  return given as Options;
}

/** An example of these options, for messages. */
function exampleOf(names: readonly string[]): string {
  if (names.includes("baseUrl")) {
    return '{ baseUrl: "https://infisical.example.com", token }';
  }
  if (names.includes("environment")) {
    return '{ environment: "dev" }';
  }
  // Every call has these two.
  const own = names.find((name) => name !== "signal" && name !== "timeoutMs");
  return own === undefined ? "{ timeoutMs: 5000 }" : `{ ${own}: … }`;
}

/** Fails for a field that does not exist, such as a misspelt one: it would be ignored. */
export function checkFields(name: string, value: object, fields: readonly string[]): void {
  const unknown = Object.keys(value).find((field) => !fields.includes(field));
  if (unknown !== undefined) {
    throw new InvalidInputError(
      `${name} has no field ${JSON.stringify(unknown)}. The fields are: ${fields.join(", ")}`,
    );
  }
}

/** Text that UTF-8 can represent. */
export const text: Check = (name, value) => {
  if (typeof value !== "string") {
    throw new InvalidInputError(`${name} must be a string, not ${kindOf(value)}`);
  }
  if (!value.isWellFormed()) {
    throw new InvalidInputError(
      `${name} contains half a surrogate pair, which is not valid Unicode`,
    );
  }
};

/** The type of a value. The value itself may be secret. */
function kindOf(value: unknown): string {
  if (value === undefined || value === null) {
    return String(value);
  }
  if (Array.isArray(value)) {
    return "an array";
  }
  const type = typeof value;
  return type === "object" ? "an object" : `a ${type}`;
}

/**
 * Checks the arguments of a call about one secret; errors name the secret.
 *
 * @param name The secret's name, which is checked first.
 */
export function aboutSecret<Checked>(name: string, check: () => Checked): Checked {
  if (typeof name !== "string") text("name", name);
  try {
    text("name", name);
    return check();
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const shown = name.length > LONGEST_SHOWN ? `${name.slice(0, LONGEST_SHOWN)}…` : name;
    throw new InvalidInputError(`secret ${JSON.stringify(shown)}: ${error.message}`);
  }
}

const LONGEST_SHOWN = 100;

/** A name with its value. Errors name the secret, or its position if it has no name. */
export const namedSecret: Check = (place, given) => {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw new InvalidInputError(
      `${place} must be an object with name and value, such as ` +
        `{ name: "PORT", value: "5432" }, not ${kindOf(given)}`,
    );
  }
  const { name, value, valueRead } = given as Record<string, unknown>;
  if (typeof name !== "string") text(`${place}.name`, name);
  aboutSecret(name as string, () => {
    text("value", value);
    if (valueRead === false) throw new InvalidInputError("its value was not read");
  });
};

export const flag: Check = (name, value) => {
  if (typeof value !== "boolean") {
    throw new InvalidInputError(`${name} must be true or false`);
  }
};

export const callback: Check = (name, value) => {
  if (typeof value !== "function") {
    throw new InvalidInputError(`${name} must be a function`);
  }
};

export const milliseconds: Check = (name, value) => {
  if (typeof value !== "number" || !Number.isFinite(value) || value <= 0) {
    throw new InvalidInputError(`${name} must be a number of milliseconds above zero`);
  }
};

export const seconds: Check = (name, value) => {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value <= 0) {
    throw new InvalidInputError(`${name} must be a whole number of seconds above zero`);
  }
};

export const wholeNumber: Check = (name, value) => {
  if (!Number.isSafeInteger(value)) {
    throw new InvalidInputError(`${name} must be a whole number`);
  }
};

const MOST_BYTES = 2 ** 32 - 1;

export const bytes: Check = (name, value) => {
  if (!Number.isInteger(value) || (value as number) < 1 || (value as number) > MOST_BYTES) {
    throw new InvalidInputError(`${name} must be a whole number from 1 to ${String(MOST_BYTES)}`);
  }
};

export const pem: Check = (name, value) => {
  if (typeof value !== "string" && !types.isUint8Array(value)) {
    throw new InvalidInputError(`${name} must be PEM text, as a string or bytes`);
  }
};

/** The unparsed body of a request. */
export const body: Check = (name, value) => {
  if (typeof value !== "string" && !types.isUint8Array(value)) {
    throw new InvalidInputError(
      `${name} must be the unparsed body of the request, as bytes or text`,
    );
  }
};

/** Binary data: a `Uint8Array`, such as a `Buffer`. */
export const binary: Check = (name, value) => {
  if (!types.isUint8Array(value)) {
    throw new InvalidInputError(
      `${name} must be a Uint8Array, such as Buffer.from("text"), not ${kindOf(value)}`,
    );
  }
};

/** A moment: a Date, or RFC 3339 text, which the native module parses. */
export const moment: Check = (name, value) => {
  if (types.isDate(value)) {
    date(name, value);
  } else if (typeof value !== "string") {
    throw new InvalidInputError(`${name} must be a Date or RFC 3339 text`);
  }
};

export const date: Check = (name, value) => {
  if (!types.isDate(value) || Number.isNaN(value.getTime())) {
    throw new InvalidInputError(`${name} must be a valid Date`);
  }
};

export const environment: Check = (name, value) => {
  if (typeof value !== "object" || value === null) {
    throw new InvalidInputError(`${name} must be an object such as process.env`);
  }
};

export const abortSignal: Check = (name, value) => {
  // Duck typing, as in Node's own functions: accepts a polyfill's signal or one of another realm.
  const { aborted, addEventListener, removeEventListener } = (value ?? {}) as Partial<AbortSignal>;
  const listeners = [addEventListener, removeEventListener];
  if (typeof aborted !== "boolean" || listeners.some((it) => typeof it !== "function")) {
    throw new InvalidInputError(`${name} must be an AbortSignal`);
  }
};

/** An array; `check` checks every element. */
export function arrayOf(check: Check): Check {
  return (name, value) => {
    if (!Array.isArray(value)) {
      throw new InvalidInputError(`${name} must be an array`);
    }
    // Unlike forEach, this visits holes too.
    for (const [index, element] of value.entries()) {
      check(`${name}[${String(index)}]`, element);
    }
  };
}

/** An environment and path that a service token may use. */
export const serviceTokenScope: Check = (name, value) => {
  const { environment, path } = (value ?? {}) as { environment?: unknown; path?: unknown };
  text(`${name}.environment`, environment);
  text(`${name}.path`, path);
};

/** A permission that a member is denied in an environment. */
export const deniedPermission: Check = (name, value) => {
  const denied = (value ?? {}) as { environment?: unknown; permission?: unknown };
  checkFields(name, denied, ["environment", "permission"]);
  const { environment, permission } = denied;
  text(`${name}.environment`, environment);
  text(`${name}.permission`, permission);
};

/** An object whose values are all text. */
export const texts: Check = (name, value) => {
  if (typeof value !== "object" || value === null || Symbol.iterator in value) {
    throw new InvalidInputError(`${name} must be an object of names to values`);
  }
  for (const [key, one] of Object.entries(value)) {
    text(`${name}.${key}`, one);
  }
};

/** A plain object that JSON represents completely: an omitted part could be a restriction. */
export const jsonObject: Check = (name, value) => {
  if (!isPlain(value)) {
    throw new InvalidInputError(`${name} must be a plain object`);
  }
  json(name, MOST_LEVELS)(name, value);
};

const MOST_LEVELS = 100;

/** A value that JSON can represent, with a limited depth: a circular one has no end. */
function json(whole: string, levels: number): Check {
  return (name, value) => {
    if (typeof value === "string") {
      text(name, value);
    } else if (levels === 0) {
      throw new InvalidInputError(`${whole} is nested too deeply, or contains itself`);
    } else if (Array.isArray(value)) {
      arrayOf(json(whole, levels - 1))(name, value);
    } else if (isPlain(value)) {
      for (const [key, one] of Object.entries(value)) {
        json(whole, levels - 1)(`${name}.${key}`, one);
      }
    } else if (value !== null && typeof value !== "boolean" && !Number.isFinite(value)) {
      throw new InvalidInputError(`${name} must be a value that JSON can represent`);
    }
  };
}

function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
