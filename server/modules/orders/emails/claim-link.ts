/** Proves that whoever asked reads this address: by its link a guest's orders go into an account. */
import { button, html, layout } from '../../messages/index.ts'

export function claimLink({ store, locale, url }: { store: string; locale: string; url: string }) {
  const subject = `Keep your orders at ${store} in an account`
  return {
    template: 'orders.claimLink',
    subject,
    text: `Hello,\n\nhere is the link that takes what you ordered at ${store} with this address into an account, a new one or the one you have:\n${url}\n\nIt works once, within seven days. If you did not ask for it, there is nothing to do.\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: 'One click, and you find them all in one place.',
      body: html`<p style="margin:0 0 16px">
          With this link, what you ordered with this address goes into an account: a new one, or the one you
          have.
        </p>
        ${button('Keep my orders', url)}
        <p style="font-size:14px;color:#6b6861">
          The link works once, within seven days. If you did not ask for it, there is nothing to do.
        </p>`,
    }),
  }
}
