/** Files and licence keys that were bought are there. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { LETTER, dayOf, letter, type About, type Letter } from '../../orders/index.ts'
import type { HandedOver } from '../handed-over.ts'

interface Words {
  subject: (yours: string) => string
  title: string
  key: (name: string, key: string) => string
  file: (name: string, day: string) => string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (yours) => `${yours}: here it is`,
    title: 'Yours now',
    key: (name, key) => `Your key for ${name}: ${key}`,
    file: (name, day) => `Load ${name}, until ${day}`,
  },
  de: {
    subject: (yours) => `${yours}: hier ist sie`,
    title: 'Jetzt gehört es Ihnen',
    key: (name, key) => `Ihr Schlüssel für ${name}: ${key}`,
    file: (name, day) => `${name} herunterladen, bis zum ${day}`,
  },
  ar: {
    subject: (yours) => `${yours}: إليك ما اشتريته`,
    title: 'أصبح لك الآن',
    key: (name, key) => `مفتاحك لـ ${isolated(name)}: ${isolated(key)}`,
    file: (name, day) => `تنزيل ${isolated(name)} حتى ${day}`,
  },
}

export function handedOver(about: About, { files, keys }: HandedOver): Letter {
  const { order, locale } = about
  const language = languageOf(locale)
  const [words, common] = [WORDS[language], LETTER[language]]
  const nameOfLine = (id: string) => order.lines.find((line) => line.id === id)?.name ?? common.item
  return letter(about, {
    template: 'fulfilment.handedOver',
    subject: words.subject(common.yours(order.number)),
    title: words.title,
    paragraphs: keys.map(({ orderLineId, key }) => words.key(nameOfLine(orderLineId), key)),
    links: files.flatMap(({ name, url, expiresAt }): [string, string][] =>
      url ? [[words.file(name, dayOf(expiresAt, about)), url]] : [],
    ),
  })
}
