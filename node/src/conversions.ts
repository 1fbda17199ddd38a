import type { NativeAuditDetail } from "./binding.js";

/** The time of an RFC 3339 text; `null` for none, or if it is not such a text. */
export function toDate(text: string | null): Date | null {
  const date = new Date(text ?? NaN);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** The RFC 3339 text of a time. */
export function toInstant(moment: Date | string | undefined): string | undefined {
  return typeof moment === "object" ? moment.toISOString() : moment;
}

/** Converts names and values for the native module. */
export function toDetails(values: Record<string, string>): NativeAuditDetail[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}
