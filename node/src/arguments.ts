import { InvalidInputError } from "./errors.js";

/** Fails unless the argument of that name can be right. */
export type Check = (name: string, value: unknown) => void;

/**
 * Fails for an option that does not exist or is of the wrong type: a misspelt `environment` must
 * not quietly mean the default one. Left out, `undefined` and `null` are the same.
 */
export function checkOptions<Options extends object>(
  options: Options,
  checks: { [Name in keyof Required<Options>]: Check },
): void {
  if (typeof options !== "object" || (options as unknown) === null) {
    throw new InvalidInputError("options must be an object");
  }
  const known = new Map<string, Check>(Object.entries(checks));
  for (const [name, value] of Object.entries(options)) {
    const check = known.get(name);
    if (check === undefined) {
      throw new InvalidInputError(
        `there is no option ${JSON.stringify(name)}. There are: ${[...known.keys()].join(", ")}`,
      );
    }
    if (value !== undefined && value !== null) {
      check(name, value);
    }
  }
}

/** Text that UTF-8 can carry. */
export const text: Check = (name, value) => {
  if (typeof value !== "string") {
    throw new InvalidInputError(`${name} must be a string`);
  }
  if (!value.isWellFormed()) {
    throw new InvalidInputError(`${name} holds half a surrogate pair, which is no Unicode text`);
  }
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
  if (typeof value !== "string" && !(value instanceof Uint8Array)) {
    throw new InvalidInputError(`${name} must be PEM text, as a string or bytes`);
  }
};

export const environment: Check = (name, value) => {
  if (typeof value !== "object" || value === null) {
    throw new InvalidInputError(`${name} must be an object such as process.env`);
  }
};

export const abortSignal: Check = (name, value) => {
  if (!(value instanceof AbortSignal)) {
    throw new InvalidInputError(`${name} must be an AbortSignal`);
  }
};

/** An array of which every element passes. */
export function arrayOf(check: Check): Check {
  return (name, value) => {
    if (!Array.isArray(value)) {
      throw new InvalidInputError(`${name} must be an array`);
    }
    value.forEach((element, index) => {
      check(`${name}[${String(index)}]`, element);
    });
  };
}
