/**
 * What somebody wrote has arrived. About an order it goes back to them as a copy, for the address is the order's; to any
 * other address none of the writer's words are sent, or the shop would carry strangers' mails to anybody.
 */
import { languageOf, type InEach } from '#kit/language.ts'
import { button, html, layout, panel, paragraph } from '../../messages/index.ts'
import type { StaffEnquiry } from '../enquiry.ts'

interface Words {
  subject: string
  title: string
  said: string
  copy: string
  see: string
  notYou: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: 'Your message has arrived',
    title: 'Thank you for writing',
    said: 'Your message has arrived. We read it and answer by mail.',
    copy: 'You wrote',
    see: 'See your order',
    notYou: 'Was it not you? Then somebody mistyped an address; you need do nothing.',
  },
  de: {
    subject: 'Ihre Nachricht ist angekommen',
    title: 'Danke, dass Sie schreiben',
    said: 'Ihre Nachricht ist angekommen. Wir lesen sie und antworten per E-Mail.',
    copy: 'Sie schrieben',
    see: 'Bestellung ansehen',
    notYou: 'Das waren nicht Sie? Dann hat sich jemand bei der Adresse vertippt; Sie müssen nichts tun.',
  },
  ar: {
    subject: 'وصلت رسالتك',
    title: 'شكراً لمراسلتنا',
    said: 'وصلتنا رسالتك. سنقرؤها ونرد عليك بالبريد.',
    copy: 'كتبت لنا',
    see: 'عرض الطلب',
    notYou: 'لم تكن أنت؟ لعل أحدهم أخطأ في كتابة العنوان، ولا يلزمك فعل شيء.',
  },
}

interface Around {
  store: string
  locale: string
  /** The order's page; null: it is about no order. */
  link: string | null
}

export function arrived({ subject, text }: StaffEnquiry, { store, locale, link }: Around) {
  const words = WORDS[languageOf(locale)]
  const copy = [subject, ...text.split('\n').filter((line) => line !== '')]
  return {
    template: 'enquiries.arrived',
    locale,
    subject: words.subject,
    text: [
      words.title,
      words.said,
      ...(link ? [`${words.copy}:\n${copy.join('\n')}`, `${words.see}: ${link}`] : [words.notYou]),
      store,
    ].join('\n\n'),
    html: layout({
      store,
      locale,
      preview: words.said,
      title: words.title,
      body: html`${paragraph(words.said)}${link ? html`${panel(words.copy, copy)}${button(words.see, link)}` : paragraph(words.notYou)}`,
    }),
  }
}
