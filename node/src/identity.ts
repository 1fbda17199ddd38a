import type { CallOptions } from "./call.js";
import type { OrganizationOptions } from "./organizations.js";

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
