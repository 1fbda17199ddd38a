import { checkOptions } from "./arguments.js";
import type * as Binding from "./binding.js";
import { CALL_OPTIONS, run, type CallOptions } from "./call.js";

/** An organization. */
export interface Organization {
  /** The organization's id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its slug; `null` on May 2023 servers. */
  slug: string | null;
}

/** Organizations the user belongs to. */
export class Organizations {
  readonly #client: Binding.Client;

  /** @internal */
  constructor(client: Binding.Client) {
    this.#client = client;
  }

  /**
   * Every organization of the user, with those that only invited the user on older servers.
   *
   * @throws {@link PermissionDeniedError} for a service token.
   */
  async list(options: CallOptions = {}): Promise<Organization[]> {
    checkOptions(options, CALL_OPTIONS);
    return run(options, (call) => this.#client.listOrganizations(call));
  }
}
