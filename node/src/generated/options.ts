// Options that several operations share. Generated; do not edit.
import { flag, text } from "../arguments.js";
import { CALL_OPTIONS, type CallOptions } from "../call.js";
import type { NestedReferences, SecretType, UnknownReferences } from "../choices.js";

/** Which project a call is about. */
export interface ProjectOptions extends CallOptions {
  /** Id or slug of the project; the client's by default. */
  project?: string | undefined;
}

/** @internal */
export const PROJECT_OPTIONS = { ...CALL_OPTIONS, project: text };

/** Which organization a call is about. */
export interface OrganizationOptions extends CallOptions {
  /** Id of the organization; by default the client's, or the only one that the user belongs to. */
  organization?: string | undefined;
}

/** @internal */
export const ORGANIZATION_OPTIONS = { ...CALL_OPTIONS, organization: text };

/** Which folder a call is about. */
export interface LocationOptions extends CallOptions {
  /** Id or slug of the project; by default the client's, or the one that the token is for. */
  project?: string | undefined;
  /** Slug of the environment; by default the client's, or the one that the token is for. */
  environment?: string | undefined;
  /** Folder, such as `/backend`; by default `/`, or the one path that the token is for. */
  path?: string | undefined;
}

/** @internal */
export const LOCATION_OPTIONS = { ...CALL_OPTIONS, project: text, environment: text, path: text };

/** Where a secret is, and whose it is. */
export interface SecretOptions extends LocationOptions {
  /** Shared or personal; shared by default. There is no fallback from one to the other. */
  type?: SecretType | undefined;
}

/** @internal */
export const SECRET_OPTIONS = { ...LOCATION_OPTIONS, type: text };

/** How to expand references in values. */
export interface ReferenceOptions {
  /**
   * Whether `${NAME}` in a value becomes the value of that secret, and on servers since 2024
   * `${environment.folder.NAME}` that of a secret elsewhere in the project; `false` by default. The
   * client expands references, because servers cannot read encrypted values and differ in what they
   * do with others. It requests the folders that references lead to; of the values, the server sees
   * only those paths, for environments of the project or, with a service token, of its scopes.
   * Service accounts and service tokens v3 reach only the environment that is read. A plain name is
   * looked up in the folder of the secret that contains it, as if that folder were read separately;
   * an imported secret belongs to the folder that imports it. `${SELF}` in the value of `SELF`
   * stays as written; a circular reference through several secrets is an error. References nest up
   * to a depth of 32. An expanded value has at most 1 MiB, and all values of one call together 64
   * MiB.
   */
  expandReferences?: boolean | undefined;
  /**
   * Whether the server expands references, in the request that reads the values; `false` by
   * default. The client then requests no other folders. Only where the server decrypts the
   * project's secrets, and since October 2024. A secret in which the server leaves a reference is
   * rejected. But a server of July 2026 puts empty text in place of a missing secret, without an
   * error, and refuses the whole list if the credential may not read a secret that a value refers
   * to. Needs `expandReferences`. Not with `unknownReferences` or `nestedReferences`.
   */
  expandOnServer?: boolean | undefined;
  /**
   * What to do with a reference to a secret that is missing, or in a folder that the credential
   * cannot read. With `"error"`, the default, the secret that contains it is rejected; with
   * `"keep"`, the reference stays as written. With either, `${SELF}` in the value of `SELF` stays
   * as written, and a circular reference or a reference to a secret that does not decrypt is an
   * error. Needs `expandReferences`.
   */
  unknownReferences?: UnknownReferences | undefined;
  /**
   * Where to look up a plain name in a value that was itself reached by a reference: in the folder
   * of that value with `"own_folder"`, the default, or in the folder being read with
   * `"read_folder"`, like the Infisical CLI of 2024. Needs `expandReferences`.
   */
  nestedReferences?: NestedReferences | undefined;
}

/** @internal */
export const REFERENCE_OPTIONS = {
  expandReferences: flag,
  expandOnServer: flag,
  unknownReferences: text,
  nestedReferences: text,
};
