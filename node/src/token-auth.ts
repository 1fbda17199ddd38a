import { inspect, type InspectOptions } from "node:util";

import { arrayOf, seconds, text, wholeNumber } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, type CallOptions } from "./call.js";
import { toDate } from "./secret.js";

/** What the access tokens made for a machine identity are good for. */
export interface TokenAuth {
  /** Seconds an access token lasts unless it is renewed; 0 for ever. */
  accessTokenTtlSeconds: number;
  /** Seconds it lasts however often it is renewed; 0 for ever. */
  accessTokenMaxTtlSeconds: number;
  /** How many requests it is good for; `null` without a limit. */
  accessTokenMaxUses: number | null;
  /** From where it is taken: addresses, or ranges such as `10.0.0.0/8`. */
  accessTokenTrustedIps: string[];
}

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

/** An access token that was made for a machine identity, without its text. */
export interface AccessTokenInfo {
  /** The token's id. */
  id: string;
  /** What it is for; empty if nobody said. */
  name: string;
  /** When it was made, where the server tells. */
  createdAt: Date | null;
  /** When it was last used; `null` if never. */
  lastUsed: Date | null;
  /** How many requests it was used for, where the server tells. */
  uses: number | null;
  /** Whether it was revoked. */
  isRevoked: boolean;
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

export function toAccessTokenInfo(native: Binding.NativeAccessTokenInfo): AccessTokenInfo {
  const { createdAt, lastUsed } = native;
  return { ...native, createdAt: toDate(createdAt), lastUsed: toDate(lastUsed) };
}

export function toTokenAuth(native: Binding.NativeTokenAuth): TokenAuth {
  const { accessTokenTtl, accessTokenMaxTtl, ...rest } = native;
  return {
    ...rest,
    accessTokenTtlSeconds: accessTokenTtl,
    accessTokenMaxTtlSeconds: accessTokenMaxTtl,
  };
}

export function toTokenAuthSettings(options: TokenAuthOptions): Binding.NativeTokenAuthSettings {
  const { accessTokenTtlSeconds: accessTokenTtl, accessTokenMaxTtlSeconds: accessTokenMaxTtl } =
    options;
  const { accessTokenMaxUses, accessTokenTrustedIps } = options;
  return { accessTokenTtl, accessTokenMaxTtl, accessTokenMaxUses, accessTokenTrustedIps };
}
