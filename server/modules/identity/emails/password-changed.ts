/** Tells a person that their password is another one now. */
import { html, layout } from '../../messages/index.ts'

export function passwordChanged({
  store,
  storeEmail,
  locale,
  name,
  at,
  timeZone,
}: {
  store: string
  storeEmail: string
  locale: string
  name: string
  at: Date
  timeZone: string
}) {
  const subject = `Your password at ${store} was changed`
  const when = at.toLocaleString(locale, { timeZone, dateStyle: 'long', timeStyle: 'short' })
  return {
    template: 'identity.passwordChanged',
    subject,
    text: `Hello ${name},\n\nthe password of your account at ${store} was changed on ${when}. On all other devices you are logged out.\n\nIf it was not you, write to ${storeEmail} at once.\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: 'If it was you, there is nothing to do.',
      body: html`<p>Hello ${name},</p>
        <p>the password of your account was changed on ${when}. On all other devices you are logged out.</p>
        <p>If it was not you, write to <a href="mailto:${storeEmail}">${storeEmail}</a> at once.</p>`,
    }),
  }
}
