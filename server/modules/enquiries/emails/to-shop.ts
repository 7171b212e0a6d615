/** What somebody wrote, for the shop's own address: a reply goes to them. */
import { truncate } from '@quayside/words'
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { html, layout, panel } from '../../messages/index.ts'
import type { StaffEnquiry } from '../enquiry.ts'

interface Words {
  title: (name: string) => string
  aboutOrder: (number: string) => string
  from: string
  reply: string
}

const WORDS: InEach<Words> = {
  en: {
    title: (name) => `${name} writes`,
    aboutOrder: (number) => `Order ${number}`,
    from: 'From',
    reply: 'Reply to this mail: your answer goes straight to them.',
  },
  de: {
    title: (name) => `${name} schreibt`,
    aboutOrder: (number) => `Bestellung ${number}`,
    from: 'Von',
    reply: 'Antworten Sie einfach auf diese E-Mail: Ihre Antwort geht direkt dorthin.',
  },
  ar: {
    title: (name) => `رسالة من ${isolated(name)}`,
    aboutOrder: (number) => `الطلب ${isolated(number)}`,
    from: 'المرسل',
    reply: 'ردّ على هذه الرسالة مباشرةً، فيصل ردّك إلى صاحبها.',
  },
}

export function toShop(enquiry: StaffEnquiry, { name: store, locale }: { name: string; locale: string }) {
  const { name, email, subject, text, orderNumber } = enquiry
  const words = WORDS[languageOf(locale)]
  const about = orderNumber && words.aboutOrder(orderNumber)
  const from = [about, `${name} <${email}>`].filter((line) => line !== null)
  return {
    template: 'enquiries.to_shop',
    subject: about ? `${about}: ${subject}` : subject,
    text: [subject, text, `${words.from}: ${from.join(', ')}`, words.reply].join('\n\n'),
    html: layout({
      store,
      locale,
      preview: truncate(text, 140, locale),
      title: words.title(name),
      body: html`<p style="margin:0 0 8px;font-weight:600"><bdi>${subject}</bdi></p>
        <p style="margin:0 0 16px;white-space:pre-line"><bdi>${text}</bdi></p>
        ${panel(words.from, from)}
        <p style="margin:0;color:#6b6861">${words.reply}</p>`,
    }),
  }
}
