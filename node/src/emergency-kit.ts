import { inspect, type InspectOptions } from "node:util";

import type * as Binding from "./binding.js";

/** What a person keeps, on paper say, for the day the password is lost. */
export class EmergencyKit {
  /** Whose it is. */
  readonly name: string;
  /** The address the recovery code will be mailed to. */
  readonly email: string;

  readonly #backupKey: string;

  /** @internal */
  constructor(native: Binding.NativeEmergencyKit) {
    this.name = native.name;
    this.email = native.email;
    this.#backupKey = native.backupKey;
  }

  /** 32 hexadecimal characters. With a mailed code they open the account. */
  get backupKey(): string {
    return this.#backupKey;
  }

  /** Everything but backupKey. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of backupKey. */
  toString(): string {
    return `EmergencyKit(${this.name})`;
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `EmergencyKit ${inspect(this.toJSON(), options)}`;
  }
}
