/**
 * The three ways a payment provider can fail its caller, known by a brand and not by a class.
 *
 * Refused: the provider said no and nothing happened. Unknown: nobody can tell whether it happened, so ask later before
 * any further money step. Forged: a webhook that must not be believed.
 */
type ProviderFailure = Error & { code: string }

const REFUSED = Symbol.for('quayside.payments.ProviderRefused')
const UNKNOWN = Symbol.for('quayside.payments.ProviderUnknown')
const FORGED = Symbol.for('quayside.payments.ForgedWebhook')

function failure(
  mark: symbol,
  name: string,
  code: string,
  message: string,
  cause?: unknown,
): ProviderFailure {
  const error = new Error(message, cause === undefined ? {} : { cause })
  return Object.assign(error, { [mark]: true, name, code })
}

function isMarked(value: unknown, mark: symbol): value is ProviderFailure {
  return value instanceof Error && mark in value
}

export const ProviderRefused = (code: string, message: string) =>
  failure(REFUSED, 'ProviderRefused', code, message)
export const ProviderUnknown = (code: string, message: string, cause?: unknown) =>
  failure(UNKNOWN, 'ProviderUnknown', code, message, cause)
export const ForgedWebhook = (code: string, message: string) =>
  failure(FORGED, 'ForgedWebhook', code, message)

export const isProviderRefused = (value: unknown) => isMarked(value, REFUSED)
export const isProviderUnknown = (value: unknown) => isMarked(value, UNKNOWN)
export const isForgedWebhook = (value: unknown) => isMarked(value, FORGED)
