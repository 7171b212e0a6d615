/** The first mail to a new member. */
import { button, html, layout } from '../../messages/index.ts'

export function welcome({
  store,
  locale,
  name,
  origin,
}: {
  store: string
  locale: string
  name: string
  origin: string
}) {
  const subject = `Welcome to ${store}`
  return {
    template: 'identity.welcome',
    subject,
    text: `Hello ${name},\n\nyour account at ${store} is ready. From now on you find your orders and addresses in one place:\n${origin}/account/orders\n\nYou did not open this account? Then reply to this mail.\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: 'Your account is ready.',
      body: html`<p>Hello ${name},</p>
        <p>your account is ready. From now on you find your orders and addresses in one place.</p>
        ${button('Go to my orders', `${origin}/account/orders`)}
        <p style="font-size:14px;color:#6b6861">You did not open this account? Then reply to this mail.</p>`,
    }),
  }
}
