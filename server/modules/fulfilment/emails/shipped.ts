/** A parcel is on its way, or the goods lie ready where they are fetched. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { LETTER, letter, placeOf, type About, type Letter } from '../../orders/index.ts'
import type { Shipment } from '../shipment.ts'
import { TRAVELS } from './travels.ts'

interface Words {
  readySubject: (yours: string) => string
  readyTitle: string
  ready: (items: string) => string
  sentSubject: (yours: string) => string
  sentTitle: string
  sent: (items: string) => string
}

const WORDS: InEach<Words> = {
  en: {
    readySubject: (yours) => `${yours} is ready to be fetched`,
    readyTitle: 'Ready for you',
    ready: (items) => `Ready for you: ${items}.`,
    sentSubject: (yours) => `${yours} is on its way`,
    sentTitle: 'On its way to you',
    sent: (items) => `We have sent you ${items}.`,
  },
  de: {
    readySubject: (yours) => `${yours} liegt zur Abholung bereit`,
    readyTitle: 'Für Sie bereit',
    ready: (items) => `Für Sie liegt bereit: ${items}.`,
    sentSubject: (yours) => `${yours} ist unterwegs`,
    sentTitle: 'Unterwegs zu Ihnen',
    sent: (items) => `Wir haben für Sie verschickt: ${items}.`,
  },
  ar: {
    readySubject: (yours) => `${yours} جاهز للاستلام`,
    readyTitle: 'جاهز لك',
    ready: (items) => `جاهز لك: ${isolated(items)}.`,
    sentSubject: (yours) => `${yours} في الطريق`,
    sentTitle: 'في الطريق إليك',
    sent: (items) => `أرسلنا إليك: ${isolated(items)}.`,
  },
}

export function shipped(about: About, parcel: Shipment): Letter {
  const { order, locale } = about
  const language = languageOf(locale)
  const [words, common, travels] = [WORDS[language], LETTER[language], TRAVELS[language]]
  const yours = common.yours(order.number)
  const items = parcel.lines
    .map((part) => {
      const line = order.lines.find((each) => each.id === part.orderLineId)
      return `${part.quantity} × ${line?.name ?? common.item}`
    })
    .join(common.comma)
  if (order.pickUp)
    return letter(about, {
      template: 'fulfilment.shipped',
      subject: words.readySubject(yours),
      title: words.readyTitle,
      paragraphs: [words.ready(items)],
      panels: placeOf(about),
    })
  const { carrier, trackingCode, trackingUrl } = parcel
  return letter(about, {
    template: 'fulfilment.shipped',
    subject: words.sentSubject(yours),
    title: words.sentTitle,
    paragraphs: [
      words.sent(items),
      ...(carrier || trackingCode ? [travels.parcel(carrier, trackingCode)] : []),
    ],
    links: trackingUrl ? [[travels.follow, trackingUrl]] : [],
    panels: placeOf(about),
  })
}
