/** The mails of the store, by their subjects. */
export const CONFIRMED = /^Your order \S+ at Quayside$/
export const FAILED = /^Your payment at Quayside did not go through$/
export const SENT = /^Your order \S+ is on its way$/
export const ARRIVED = /^Your order \S+ has arrived$/
export const WELCOME = /^Welcome to Quayside$/
export const RECEIVED = /^We have received your payment for /
export const KEEP = /^Keep your orders at /
export const NEW_PASSWORD = /^A new password for /
export const PASSWORD_CHANGED = /^Your password at .+ was changed$/
export const PASSKEY_ADDED = /^A passkey was added to your account at /
export const NEWSLETTER_ASKED = /^The newsletter of .+: is this your address\?$/
export const NEWSLETTER_BEGINS = /^You get the newsletter of /
