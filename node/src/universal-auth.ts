import { inspect, type InspectOptions } from "node:util";

import { arrayOf, seconds, text, wholeNumber } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, type CallOptions } from "./call.js";
import { toClientSecretInfo, type ClientSecretInfo } from "./generated/records.js";

/**
 * Options of {@link Identities.attachUniversalAuth} and {@link Identities.updateUniversalAuth}.
 * What is left out has the server's default, or stays.
 */
export interface UniversalAuthOptions extends CallOptions {
  /** Seconds an access token lasts unless it is renewed; the server's default is 30 days. */
  accessTokenTtlSeconds?: number | undefined;
  /** Seconds it lasts however often it is renewed; the server's default is 30 days. */
  accessTokenMaxTtlSeconds?: number | undefined;
  /**
   * How many requests it is good for; the server's default is any number, to which 0 returns in an
   * update.
   */
  accessTokenMaxUses?: number | undefined;
  /**
   * From where client secrets are taken: addresses such as `10.0.0.1`, or ranges such as
   * `10.0.0.0/8`; the server's default is everywhere. An empty list is refused, and some
   * servers need a plan for it.
   */
  clientSecretTrustedIps?: string[] | undefined;
  /** From where access tokens are taken, likewise. */
  accessTokenTrustedIps?: string[] | undefined;
}

/** A new client secret. Its text is told here once. */
export class CreatedClientSecret {
  /** What is known of it. */
  readonly info: ClientSecretInfo;

  readonly #clientSecret: string;

  /** @internal */
  constructor(native: Binding.NativeCreatedClientSecret) {
    this.#clientSecret = native.clientSecret;
    this.info = toClientSecretInfo(native.info);
  }

  /** The client secret, for `clientSecret` of a client. */
  get clientSecret(): string {
    return this.#clientSecret;
  }

  /** Everything but clientSecret. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of clientSecret. */
  toString(): string {
    return "CreatedClientSecret";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedClientSecret ${inspect(this.toJSON(), options)}`;
  }
}

/** Options of {@link Identities.createClientSecret}. */
export interface CreateClientSecretOptions extends CallOptions {
  /** What it is for, for people; empty by default. */
  description?: string | undefined;
  /** How long it lasts, in whole seconds; for ever by default. */
  expiresInSeconds?: number | undefined;
  /** How many log-ins it is good for; any number by default. */
  maxUses?: number | undefined;
}

export const UNIVERSAL_AUTH_OPTIONS = {
  ...CALL_OPTIONS,
  accessTokenTtlSeconds: seconds,
  accessTokenMaxTtlSeconds: seconds,
  accessTokenMaxUses: wholeNumber,
  clientSecretTrustedIps: arrayOf(text),
  accessTokenTrustedIps: arrayOf(text),
};

export function toUniversalAuthSettings(
  options: UniversalAuthOptions,
): Binding.NativeUniversalAuthSettings {
  const { accessTokenTtlSeconds: accessTokenTtl, accessTokenMaxTtlSeconds: accessTokenMaxTtl } =
    options;
  const { accessTokenMaxUses, clientSecretTrustedIps, accessTokenTrustedIps } = options;
  return {
    ...{ accessTokenTtl, accessTokenMaxTtl, accessTokenMaxUses },
    ...{ clientSecretTrustedIps, accessTokenTrustedIps },
  };
}
