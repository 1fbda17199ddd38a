import { arrayOf, type Check, checkFields, flag, jsonObject, text } from "./arguments.js";
import type * as Binding from "./binding.js";

/**
 * Something a role allows, or forbids. Where several are about the same action, the last one
 * decides.
 */
export interface RolePermission {
  /** What it is about, by the server's own name, such as `secrets`. */
  subject: string;
  /** What may be done, such as `read`, `create`, `edit`, `delete`. */
  actions: string[];
  /** In which cases, such as `{ environment: "dev" }`; `null` for all. */
  conditions: Record<string, unknown> | null;
  /** Whether it forbids instead. */
  inverted: boolean;
}

/** Something a role is to allow, or to forbid. */
export interface NewRolePermission {
  /** What it is about, by the server's own name, such as `secrets`. */
  subject: string;
  /** What may be done, such as `read`, `create`, `edit`, `delete`. */
  actions: string[];
  /** In which cases, such as `{ environment: "dev" }`; in all by default. */
  conditions?: Record<string, unknown> | null | undefined;
  /** Whether it forbids instead; `false` by default. */
  inverted?: boolean | null | undefined;
}

const FIELDS = ["subject", "actions", "conditions", "inverted"];

export const rolePermission: Check = (name, given) => {
  const value = (given ?? {}) as Partial<Record<keyof NewRolePermission, unknown>>;
  // With a misspelt `conditions` or `inverted`, it would allow more than is meant.
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
