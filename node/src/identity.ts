import type { CallOptions } from "./call.js";
import type { OrganizationOptions } from "./organizations.js";

/** A machine identity. */
export interface Identity {
  /** The identity's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its role in the organization. */
  role: string;
}

/** That an identity is in a project. */
export interface ProjectIdentity {
  /** The membership's id. */
  id: string;
  /** The identity's id. */
  identityId: string;
  /** The identity's name. */
  name: string;
  /** Its roles in the project. */
  roles: string[];
}

/** A project that an identity is in. */
export interface IdentityProject {
  /** The project's id. */
  projectId: string;
  /** Its name, where the server tells. */
  projectName: string | null;
  /** The identity's roles there. */
  roles: string[];
}

/** Options of {@link Identities.create}. */
export interface CreateIdentityOptions extends OrganizationOptions {
  /** Its role in the organization: `admin`, `member` or `no-access`, which is the default. */
  role?: string | undefined;
}

/** What is to change of an identity; what is left out stays. */
export interface UpdateIdentityOptions extends CallOptions {
  /** Its new name. */
  newName?: string | undefined;
  /** Its role in the organization. */
  role?: string | undefined;
}
