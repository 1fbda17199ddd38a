import { text } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, type CallOptions } from "./call.js";

/** Which project a call is about. */
export interface ProjectOptions extends CallOptions {
  /** Id of the project; by default the client's. */
  project?: string | undefined;
}

/** Where something lies. */
export interface LocationOptions extends CallOptions {
  /** Id of the project; by default the token's, or the client's. */
  project?: string | undefined;
  /** Slug of the environment; by default the client's, or the one the token is for. */
  environment?: string | undefined;
  /** Folder, such as `/backend`; by default `/`, or the one path the token is for. */
  path?: string | undefined;
}

export const PROJECT_OPTIONS = { ...CALL_OPTIONS, project: text };
export const LOCATION_OPTIONS = { ...PROJECT_OPTIONS, environment: text, path: text };

export function toLocation(options: LocationOptions): Binding.NativeLocation {
  const { project, environment, path } = options;
  return { project, environment, path };
}
