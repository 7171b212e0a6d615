/** A parcel has arrived, or the goods were fetched. */
import { languageOf, type InEach } from '#kit/language.ts'
import { LETTER, dayOf, letter, type About, type Letter } from '../../orders/index.ts'
import type { Shipment } from '../shipment.ts'

interface Words {
  fetchedSubject: (yours: string) => string
  fetchedTitle: string
  fetched: string
  arrivedSubject: (yours: string) => string
  arrivedTitle: string
  arrived: string
  returnable: (day: string) => string
  anythingWrong: string
}

const WORDS: InEach<Words> = {
  en: {
    fetchedSubject: (yours) => `${yours} was fetched`,
    fetchedTitle: 'You have fetched your order',
    fetched: 'Thank you for coming by. We hope you like what you bought.',
    arrivedSubject: (yours) => `${yours} has arrived`,
    arrivedTitle: 'Your parcel has arrived',
    arrived: 'Your parcel was delivered. We hope you like what is in it.',
    returnable: (day) => `You may send it back until ${day}.`,
    anythingWrong: 'Is anything wrong? Just reply to this mail.',
  },
  de: {
    fetchedSubject: (yours) => `${yours} wurde abgeholt`,
    fetchedTitle: 'Sie haben Ihre Bestellung abgeholt',
    fetched: 'Danke, dass Sie vorbeigekommen sind. Wir hoffen, Sie haben Freude daran.',
    arrivedSubject: (yours) => `${yours} ist angekommen`,
    arrivedTitle: 'Ihr Paket ist angekommen',
    arrived: 'Ihr Paket wurde zugestellt. Wir hoffen, Sie haben Freude an dem, was darin ist.',
    returnable: (day) => `Zurückschicken können Sie es bis zum ${day}.`,
    anythingWrong: 'Stimmt etwas nicht? Antworten Sie einfach auf diese E-Mail.',
  },
  ar: {
    fetchedSubject: (yours) => `تم استلام ${yours}`,
    fetchedTitle: 'لقد استلمت طلبك',
    fetched: 'شكراً لزيارتك. نرجو أن ينال ما اشتريته إعجابك.',
    arrivedSubject: (yours) => `وصل ${yours}`,
    arrivedTitle: 'وصل طردك',
    arrived: 'سُلِّم طردك. نرجو أن ينال ما فيه إعجابك.',
    returnable: (day) => `يمكنك إرجاعه حتى ${day}.`,
    anythingWrong: 'هل هناك مشكلة؟ ما عليك إلا الرد على هذه الرسالة.',
  },
}

export function delivered(about: About, { returnableUntil }: Shipment): Letter {
  const language = languageOf(about.locale)
  const words = WORDS[language]
  const yours = LETTER[language].yours(about.order.number)
  const isFetched = about.order.pickUp !== null
  return letter(about, {
    template: 'fulfilment.delivered',
    subject: isFetched ? words.fetchedSubject(yours) : words.arrivedSubject(yours),
    title: isFetched ? words.fetchedTitle : words.arrivedTitle,
    paragraphs: [
      isFetched ? words.fetched : words.arrived,
      ...(returnableUntil ? [words.returnable(dayOf(returnableUntil, about))] : []),
      words.anythingWrong,
    ],
  })
}
