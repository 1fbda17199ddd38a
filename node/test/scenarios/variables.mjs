// The variables of a scenario: predefined, and saved by steps.
import { randomBytes } from "node:crypto";

const WHOLE = /^\$([a-z_]+(?:\.[A-Za-z0-9_]+)*)$/;

export class Variables {
  #values;

  /** The predefined variables. */
  constructor({ era, url, directory, fixtures }) {
    const unique = randomBytes(6).toString("hex");
    const members_make_keys = era !== "jun24" && era !== "modern";
    const encrypted = era !== "modern";
    const keys = { members_make_keys, encrypted };
    const predefined = { unique, era, ...keys, base_url: url, directory, fixtures };
    this.#values = new Map(Object.entries(predefined));
  }

  set(name, value) {
    this.#values.set(name, value);
  }

  /** Adds the variables of a fragment that runs once, except `$unique`. */
  take(left) {
    const unique = this.#values.get("unique");
    this.#values = new Map([...this.#values, ...left.#values, ["unique", unique]]);
  }

  /** Replaces references and `$repeat` in every value. */
  substitute(value) {
    if (typeof value === "string") {
      return this.#inText(value);
    }
    if (Array.isArray(value)) {
      return value.map((item) => this.substitute(item));
    }
    if (typeof value !== "object" || value === null) {
      return value;
    }
    if ("$repeat" in value && Object.keys(value).length === 1) {
      const [text, times] = value.$repeat;
      return text.repeat(times);
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, this.substitute(inner)]),
    );
  }

  #inText(text) {
    if (text.startsWith("$$")) {
      return text.slice(1);
    }
    const whole = WHOLE.exec(text);
    if (whole !== null) {
      return this.#get(whole[1]);
    }
    return text.replaceAll(/\$\{([^}]*)\}/g, (_, path) => {
      const value = this.#get(path);
      return typeof value === "string" ? value : JSON.stringify(value);
    });
  }

  #get(path) {
    const [name, ...steps] = path.split(".");
    const found = steps.reduce((value, step) => value?.[step], this.#values.get(name));
    if (found === undefined) {
      throw new Error(`there is no $${path}`);
    }
    return found;
  }
}
