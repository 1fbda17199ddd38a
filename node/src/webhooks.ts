import { Buffer } from "node:buffer";

import { body, checkOptions, date, seconds, text } from "./arguments.js";
import { fromThrown } from "./failure.js";
import { native } from "./native.js";

/** Options of {@link verifyWebhook}. */
export interface VerifyWebhookOptions {
  /** Seconds by which the clocks may differ, or the request may be old; 300 by default. */
  toleranceSeconds?: number | undefined;
  /** The time; now by default. */
  now?: Date | undefined;
}

/**
 * Throws unless a webhook was sent by a server that knows the secret, and just now. Within the
 * tolerance the same request passes again: remember what was handled where that matters.
 *
 * @param payload The body of the request, as it came: bytes, or their text.
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
