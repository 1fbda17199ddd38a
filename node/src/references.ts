import { flag, text } from "./arguments.js";

/** What becomes of a reference to a secret that is not there. */
export type UnknownReferences = "error" | "keep";

/** Where the name in `${NAME}` is looked up, if a reference led to the value that has it. */
export type NestedReferences = "own_folder" | "read_folder";

/** How references in values are put in place. */
export interface ReferenceOptions {
  /**
   * Whether `${NAME}` in a value becomes the value of that secret, and on servers since 2024
   * `${environment.folder.NAME}` that of a secret elsewhere; not by default. The client does it.
   */
  expandReferences?: boolean | undefined;
  /**
   * What becomes of a reference to a secret that is not there, or that the credential may not read:
   * by default (`"error"`) the secret that has it is refused; `"keep"` leaves it as it is written.
   */
  unknownReferences?: UnknownReferences | undefined;
  /**
   * Where a name alone is looked up in a value that a reference led to: in the folder of that value
   * by default (`"own_folder"`), or in the folder that is read (`"read_folder"`), as the Infisical
   * CLI of 2024 does.
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
