/** Tells staff of what there is little left. */
import { html, layout, rows } from '../../messages/index.ts'

export interface Scarce {
  sku: string
  place: string
  /** Below zero while buyers wait for it. */
  left: number
}

/** In one mail; of more it says how many. */
const MOST_LINES = 50

export function lowStockMail({ store, locale, scarce }: { store: string; locale: string; scarce: Scarce[] }) {
  const [first] = scarce
  const subject =
    scarce.length === 1
      ? `${first!.sku} is running low at ${first!.place}`
      : `${scarce.length} items are running low`
  const lines = scarce
    .slice(0, MOST_LINES)
    .map(({ sku, place, left }): [string, string] => [`${sku}, ${place}`, `${left} left`])
  const more =
    scarce.length > MOST_LINES ? `And ${scarce.length - MOST_LINES} more, in the list of what is low.` : null
  return {
    template: 'inventory.low-stock',
    subject,
    text: `${subject}.\n\n${lines.map((line) => line.join(': ')).join('\n')}\n${more ? `\n${more}\n` : ''}\n${store}\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: 'Time to order more.',
      body: html`${rows(lines)}${more && html`<p>${more}</p>`}`,
    }),
  }
}
