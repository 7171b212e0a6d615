/** Asks whoever wants mails about their lists to show that the address is theirs. */
import { directionOf, type InEach, type Language } from '#kit/language.ts'
import { button, html, layout } from '../../messages/index.ts'

interface About {
  store: string
  locale: string
  language: Language
  url: string
}

const WORDS: InEach<{ subject: string; body: string; action: string; ignore: string }> = {
  en: {
    subject: 'Shall we write to you about your list?',
    body: 'You asked to be told when something on your list becomes cheaper or is there again. One click, and we know that this address is yours.',
    action: 'Yes, write to me',
    ignore:
      'The link works for seven days. If you did not ask for it, there is nothing to do, and no other mail will come.',
  },
  de: {
    subject: 'Dürfen wir Ihnen zu Ihrer Liste schreiben?',
    body: 'Sie möchten erfahren, wenn etwas auf Ihrer Liste günstiger wird oder wieder da ist. Ein Klick, und wir wissen, dass diese Adresse Ihnen gehört.',
    action: 'Ja, schreiben Sie mir',
    ignore:
      'Der Link gilt sieben Tage. Wenn Sie nicht darum gebeten haben, müssen Sie nichts tun; es kommt keine weitere E-Mail.',
  },
  ar: {
    subject: 'هل نراسلك بشأن قائمتك؟',
    body: 'طلبت أن نخبرك عندما ينخفض سعر شيء في قائمتك أو يتوفر من جديد. نقرة واحدة ونعرف أن هذا العنوان لك.',
    action: 'نعم، راسلوني',
    ignore: 'الرابط صالح لسبعة أيام. إن لم تطلب ذلك فلا حاجة إلى فعل أي شيء، ولن تصلك رسالة أخرى.',
  },
}

export function proofLetter({ store, locale, language, url }: About) {
  const { subject, body, action, ignore } = WORDS[language]
  return {
    template: 'wishlists.proof',
    subject,
    text: `${body}\n\n${action}: ${url}\n\n${ignore}\n\n${store}\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: body,
      body: html`<div dir="${directionOf(language)}">
        <p style="margin:0 0 16px">${body}</p>
        ${button(action, url)}
        <p style="font-size:14px;color:#6b6861">${ignore}</p>
      </div>`,
    }),
  }
}
