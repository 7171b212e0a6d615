/** The link by which somebody who has forgotten their password chooses another one. */
import { button, html, layout } from '../../messages/index.ts'

export function passwordForgotten({
  store,
  locale,
  name,
  url,
}: {
  store: string
  locale: string
  name: string
  url: string
}) {
  const subject = `A new password for ${store}`
  return {
    template: 'identity.passwordForgotten',
    subject,
    text: `Hello ${name},\n\nsomebody, hopefully you, has forgotten the password of your account at ${store}. Choose a new one here, within an hour:\n${url}\n\nThe link works once. If it was not you, there is nothing to do: your password stays as it is.\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: 'Choose one within an hour.',
      body: html`<p>Hello ${name},</p>
        <p>somebody, hopefully you, has forgotten the password of your account.</p>
        ${button('Choose a new password', url)}
        <p style="font-size:14px;color:#6b6861">
          The link works once, within an hour. If it was not you, there is nothing to do: your password stays
          as it is.
        </p>`,
    }),
  }
}
