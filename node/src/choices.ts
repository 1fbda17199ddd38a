/** The type of a secret: shared by the project, or one user's override of a shared one. */
export type SecretType = "shared" | "personal";

/** What to do with a reference to a missing secret. */
export type UnknownReferences = "error" | "keep";

/** Where to look up `${NAME}` in a value that was itself reached by a reference. */
export type NestedReferences = "own_folder" | "read_folder";

/** A permission within an environment. */
export type Permission = "read" | "write";
