/** Tells the owner of an address that somebody tried to sign up with it again. */
import { button, html, layout } from '../../messages/index.ts'

export function alreadyMember({ store, locale, origin }: { store: string; locale: string; origin: string }) {
  const subject = `You already have an account at ${store}`
  return {
    template: 'identity.alreadyMember',
    subject,
    text: `Hello,\n\nsomebody, perhaps you, tried to open an account at ${store} with this address. It already has one: ${origin}/login\n\nIf it was not you, there is nothing to do.\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: 'You can simply log in.',
      body: html`<p>Somebody, perhaps you, tried to open an account with this address. It already has one.</p>
        ${button('Log in', `${origin}/login`)}
        <p style="font-size:14px;color:#6b6861">If it was not you, there is nothing to do.</p>`,
    }),
  }
}
