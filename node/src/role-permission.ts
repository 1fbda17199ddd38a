import { arrayOf, type Check, checkFields, flag, jsonObject, text } from "./arguments.js";
import type * as Binding from "./binding.js";

/**
 * A permission of a role, which allows or forbids. If several are about the same action, the last
 * one decides.
 */
export interface RolePermission {
  /** The subject, by the server's own name, such as `secrets`. */
  subject: string;
  /** The actions, such as `read`, `create`, `edit`, `delete`. */
  actions: string[];
  /** The conditions, such as `{ environment: "dev" }`; `null` for none. */
  conditions: Record<string, unknown> | null;
  /** Whether it forbids the actions. */
  inverted: boolean;
}

/** A new permission of a role, which allows or forbids. */
export interface NewRolePermission {
  /** The subject, by the server's own name, such as `secrets`. */
  subject: string;
  /** The actions, such as `read`, `create`, `edit`, `delete`. */
  actions: string[];
  /** The conditions, such as `{ environment: "dev" }`; none by default. */
  conditions?: Record<string, unknown> | null | undefined;
  /** Whether it forbids the actions; `false` by default. */
  inverted?: boolean | null | undefined;
}

const FIELDS = ["subject", "actions", "conditions", "inverted"];

export const rolePermission: Check = (name, given) => {
  const value = (given ?? {}) as Partial<Record<keyof NewRolePermission, unknown>>;
  // Without a misspelt `conditions` or `inverted`, it would allow more than intended.
  checkFields(name, value, FIELDS);
  text(`${name}.subject`, value.subject);
  arrayOf(text)(`${name}.actions`, value.actions);
  jsonObject(`${name}.conditions`, value.conditions ?? {});
  flag(`${name}.inverted`, value.inverted ?? false);
};

export function toNativePermission(permission: NewRolePermission): Binding.NativeRolePermission {
  const { subject, actions, conditions, inverted } = permission;
  return {
    subject,
    actions,
    conditions: conditions ? JSON.stringify(conditions) : undefined,
    inverted: inverted ?? false,
  };
}

export function toRolePermission(native: Binding.NativeRolePermission): RolePermission {
  const { conditions } = native;
  return {
    ...native,
    conditions: conditions ? (JSON.parse(conditions) as RolePermission["conditions"]) : null,
  };
}
