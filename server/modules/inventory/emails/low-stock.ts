/** Tells staff of what there is little left. */
import { languageOf, type InEach } from '#kit/language.ts'
import { html, layout, paragraph, rows } from '../../messages/index.ts'

export interface Scarce {
  sku: string
  place: string
  /** Below zero while buyers wait for it. */
  left: number
}

/** In one mail; of more it says how many. */
const MOST_LINES = 50

interface Words {
  one: (sku: string, place: string) => string
  many: (count: number) => string
  left: (count: number) => string
  more: (count: number) => string
  preview: string
}

const WORDS: InEach<Words> = {
  en: {
    one: (sku, place) => `${sku} is running low at ${place}`,
    many: (count) => `${count} items are running low`,
    left: (count) => `${count} left`,
    more: (count) => `And ${count} more, in the list of what is low.`,
    preview: 'Time to order more.',
  },
  de: {
    one: (sku, place) => `${sku} wird knapp (${place})`,
    many: (count) => `${count} Artikel werden knapp`,
    left: (count) => `noch ${count}`,
    more: (count) => `Und ${count} weitere, in der Liste des Knappen.`,
    preview: 'Zeit, nachzubestellen.',
  },
  ar: {
    one: (sku, place) => `كمية ${sku} قاربت على النفاد (${place})`,
    many: (count) => `أصناف قاربت على النفاد: ${count}`,
    left: (count) => `المتبقي ${count}`,
    more: (count) => `وغيرها ${count} في قائمة ما قارب على النفاد.`,
    preview: 'حان وقت طلب المزيد.',
  },
}

export function lowStockMail({ store, locale, scarce }: { store: string; locale: string; scarce: Scarce[] }) {
  const words = WORDS[languageOf(locale)]
  const [first] = scarce
  const subject = scarce.length === 1 ? words.one(first!.sku, first!.place) : words.many(scarce.length)
  const lines = scarce
    .slice(0, MOST_LINES)
    .map(({ sku, place, left }): [string, string] => [`${sku}, ${place}`, words.left(left)])
  const more = scarce.length > MOST_LINES ? words.more(scarce.length - MOST_LINES) : null
  return {
    template: 'inventory.low-stock',
    subject,
    text: `${subject}.\n\n${lines.map((line) => line.join(': ')).join('\n')}\n${more ? `\n${more}\n` : ''}\n${store}\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: words.preview,
      body: html`${rows(lines, locale)}${more && paragraph(more)}`,
    }),
  }
}
