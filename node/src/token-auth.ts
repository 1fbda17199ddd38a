import { inspect, type InspectOptions } from "node:util";

import { arrayOf, seconds, text, wholeNumber } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, type CallOptions } from "./call.js";

/**
 * Options of {@link Identities.attachTokenAuth} and {@link Identities.updateTokenAuth}. What is
 * left out has the server's default, or stays.
 */
export interface TokenAuthOptions extends CallOptions {
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
   * From where it is taken: addresses such as `10.0.0.1`, or ranges such as `10.0.0.0/8`; the
   * server's default is everywhere. An empty list is refused, and some servers need a plan for it.
   */
  accessTokenTrustedIps?: string[] | undefined;
}

/** A new access token of a machine identity. Its text is told here once. */
export class CreatedAccessToken {
  /** Seconds it lasts; 0 for ever. */
  readonly expiresInSeconds: number;

  readonly #accessToken: string;

  /** @internal */
  constructor(native: Binding.NativeCreatedAccessToken) {
    this.#accessToken = native.accessToken;
    this.expiresInSeconds = native.expiresIn;
  }

  /** The access token, for `identityToken` of a client. */
  get accessToken(): string {
    return this.#accessToken;
  }

  /** Everything but accessToken. */
  toJSON(): object {
    return Object.assign({}, this);
  }

  /** Nothing of accessToken. */
  toString(): string {
    return "CreatedAccessToken";
  }

  /** @internal */
  [inspect.custom](_depth: number, options: InspectOptions): string {
    return `CreatedAccessToken ${inspect(this.toJSON(), options)}`;
  }
}

/** Options of {@link Identities.createAccessToken}. */
export interface CreateAccessTokenOptions extends CallOptions {
  /** What it is for, for people; empty by default. */
  name?: string | undefined;
}

export const TOKEN_AUTH_OPTIONS = {
  ...CALL_OPTIONS,
  accessTokenTtlSeconds: seconds,
  accessTokenMaxTtlSeconds: seconds,
  accessTokenMaxUses: wholeNumber,
  accessTokenTrustedIps: arrayOf(text),
};

export function toTokenAuthSettings(options: TokenAuthOptions): Binding.NativeTokenAuthSettings {
  const { accessTokenTtlSeconds: accessTokenTtl, accessTokenMaxTtlSeconds: accessTokenMaxTtl } =
    options;
  const { accessTokenMaxUses, accessTokenTrustedIps } = options;
  return { accessTokenTtl, accessTokenMaxTtl, accessTokenMaxUses, accessTokenTrustedIps };
}
