/** A parcel that has left has a code now by which it can be followed. */
import { languageOf, type InEach } from '#kit/language.ts'
import { letter, type About, type Letter } from '../../orders/index.ts'
import type { Shipment } from '../shipment.ts'
import { TRAVELS } from './travels.ts'

const WORDS: InEach<{ subject: (number: string) => string; title: string }> = {
  en: { subject: (number) => `Follow your order ${number}`.trimEnd(), title: 'Follow your parcel' },
  de: {
    subject: (number) => `Verfolgen Sie Ihre Bestellung ${number}`.trimEnd(),
    title: 'Verfolgen Sie Ihr Paket',
  },
  ar: { subject: (number) => `تتبّع طلبك ${number}`.trimEnd(), title: 'تتبّع طردك' },
}

export function tracked(about: About, { carrier, trackingCode, trackingUrl }: Shipment): Letter {
  const language = languageOf(about.locale)
  const [words, travels] = [WORDS[language], TRAVELS[language]]
  return letter(about, {
    template: 'fulfilment.tracked',
    subject: words.subject(String(about.order.number ?? '')),
    title: words.title,
    paragraphs: [travels.parcel(carrier, trackingCode)],
    links: trackingUrl ? [[travels.follow, trackingUrl]] : [],
  })
}
