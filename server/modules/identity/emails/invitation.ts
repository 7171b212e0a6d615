/** Invites somebody to work in the store. */
import { button, html, layout } from '../../messages/index.ts'

export function invitation({
  store,
  locale,
  name,
  role,
  url,
}: {
  store: string
  locale: string
  name: string
  role: string
  url: string
}) {
  const subject = `You are invited to work at ${store}`
  return {
    template: 'identity.invitation',
    subject,
    text: `Hello ${name},\n\nyou are invited to work at ${store} as ${role}. Choose a password here, within two days:\n${url}\n\nThe link works once. If you expect no invitation, there is nothing to do.\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: 'Choose a password within two days.',
      body: html`<p>Hello ${name},</p>
        <p>you are invited to work at ${store} as <strong>${role}</strong>.</p>
        ${button('Choose a password', url)}
        <p style="font-size:14px;color:#6b6861">
          The link works once, within two days. If you expect no invitation, there is nothing to do.
        </p>`,
    }),
  }
}
