import { flag, text } from "./arguments.js";

/** What to do with a reference to a missing secret. */
export type UnknownReferences = "error" | "keep";

/** Where to look up `${NAME}` in a value that was itself reached by a reference. */
export type NestedReferences = "own_folder" | "read_folder";

/** How to expand references in values. */
export interface ReferenceOptions {
  /**
   * Whether `${NAME}` in a value becomes the value of that secret, and on servers since 2024
   * `${environment.folder.NAME}` that of a secret elsewhere; not by default. The client does it.
   * `${SELF}` in the value of `SELF` stays as written.
   */
  expandReferences?: boolean | undefined;
  /**
   * What to do with a reference to a secret that is missing, or that the credential may not read:
   * by default (`"error"`) the secret that contains it is refused; `"keep"` leaves it as written.
   * A circle of references is an error with both.
   */
  unknownReferences?: UnknownReferences | undefined;
  /**
   * Where to look up a plain name in a value that was itself reached by a reference: in the folder
   * of that value by default (`"own_folder"`), or in the folder being read (`"read_folder"`), like
   * the Infisical CLI of 2024.
   */
  nestedReferences?: NestedReferences | undefined;
}

export const REFERENCE_OPTIONS = {
  expandReferences: flag,
  unknownReferences: text,
  nestedReferences: text,
};

export function toReferences(options: ReferenceOptions) {
  const { expandReferences = false, unknownReferences, nestedReferences } = options;
  return { expandReferences, unknownReferences, nestedReferences };
}
