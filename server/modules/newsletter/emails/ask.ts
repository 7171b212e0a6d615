/** Asks whoever wants the newsletter to show that the address is theirs. */
import type { InEach, Language } from '#kit/language.ts'
import { aside, button, html, layout, paragraph } from '../../messages/index.ts'

interface About {
  store: string
  locale: string
  language: Language
  url: string
}

interface Words {
  subject: (store: string) => string
  body: (store: string) => string
  action: string
  ignore: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `The newsletter of ${store}: is this your address?`,
    body: (store) =>
      `This address was given to get the newsletter of ${store}. One click, and we know that it is yours.`,
    action: 'Yes, send me the newsletter',
    ignore:
      'The link works for seven days. If you did not ask for it, there is nothing to do: no newsletter will come, and the address is forgotten.',
  },
  de: {
    subject: (store) => `Newsletter von ${store}: Ist das Ihre Adresse?`,
    body: (store) =>
      `Diese Adresse wurde angegeben, um den Newsletter von ${store} zu bekommen. Ein Klick, und wir wissen, dass sie Ihnen gehört.`,
    action: 'Ja, schicken Sie mir den Newsletter',
    ignore:
      'Der Link gilt sieben Tage. Wenn Sie nicht darum gebeten haben, müssen Sie nichts tun: Es kommt kein Newsletter, und die Adresse wird vergessen.',
  },
  ar: {
    subject: (store) => `نشرة ${store} البريدية: هل هذا عنوانك؟`,
    body: (store) => `أُعطي هذا العنوان لتصله نشرة ${store} البريدية. نقرة واحدة ونعرف أنه لك.`,
    action: 'نعم، أرسلوا إليّ النشرة',
    ignore:
      'الرابط صالح لسبعة أيام. إن لم تطلب ذلك فلا حاجة إلى فعل أي شيء: لن تصلك النشرة، وسننسى هذا العنوان.',
  },
}

export function askLetter({ store, locale, language, url }: About) {
  const words = WORDS[language]
  const [subject, body] = [words.subject(store), words.body(store)]
  return {
    template: 'newsletter.ask',
    subject,
    text: `${body}\n\n${words.action}: ${url}\n\n${words.ignore}\n\n${store}\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: body,
      body: html`${paragraph(body)} ${button(words.action, url)} ${aside(words.ignore)}`,
    }),
  }
}
