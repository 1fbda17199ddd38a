import { Buffer } from "node:buffer";

import { body, checkOptions, date, seconds, text } from "./arguments.js";
import { fromThrown } from "./failure.js";
import { native } from "./native.js";

/** Options of {@link verifyWebhook}. */
export interface VerifyWebhookOptions {
  /** The maximum age of the request, and difference of the clocks, in seconds; 300 by default. */
  toleranceSeconds?: number | undefined;
  /** The current time; for tests. */
  now?: Date | undefined;
}

/**
 * Throws unless a server that knows the secret sent the webhook within the tolerance. A repeated
 * request within the tolerance is accepted again. If that matters, remember which requests were
 * handled.
 *
 * @param payload The unmodified body of the request, as bytes or text.
 * @param signature Its header `x-infisical-signature`.
 * @param secret The webhook's secret key.
 * @throws {@link InvalidInputError} if the header is malformed, the secret is empty, or the payload
 *   was already parsed; {@link IntegrityViolationError} if the payload was not signed with this
 *   secret, its time is not that of the header, or it is too old.
 */
export function verifyWebhook(
  payload: string | Uint8Array,
  signature: string,
  secret: string,
  options: VerifyWebhookOptions = {},
): void {
  body("payload", payload);
  text("signature", signature);
  text("secret", secret);
  options = checkOptions(options, { toleranceSeconds: seconds, now: date });
  const { toleranceSeconds, now } = options;
  const bytes = typeof payload === "string" ? Buffer.from(payload) : payload;
  try {
    native.verifyWebhook(bytes, signature, secret, toleranceSeconds, now?.getTime());
  } catch (failure) {
    throw fromThrown(failure);
  }
}
