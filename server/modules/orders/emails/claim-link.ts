/** Proves that whoever asked reads this address: by its link a guest's orders go into an account. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { aside, button, html, layout, paragraph } from '../../messages/index.ts'

interface Words {
  subject: (store: string) => string
  preview: string
  what: (store: string) => string
  action: string
  once: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `Keep your orders at ${store} in an account`,
    preview: 'One click, and you find them all in one place.',
    what: (store) =>
      `With this link, what you ordered at ${store} with this address goes into an account: a new one, or the one you have.`,
    action: 'Keep my orders',
    once: 'The link works once, within seven days. If you did not ask for it, there is nothing to do.',
  },
  de: {
    subject: (store) => `Ihre Bestellungen bei ${store} in einem Konto`,
    preview: 'Ein Klick, und Sie finden alle an einem Ort.',
    what: (store) =>
      `Mit diesem Link kommt alles, was Sie bei ${store} mit dieser Adresse bestellt haben, in ein Konto: ein neues oder das, das Sie schon haben.`,
    action: 'Bestellungen aufbewahren',
    once: 'Der Link gilt einmal und sieben Tage lang. Wenn Sie nicht darum gebeten haben, müssen Sie nichts tun.',
  },
  ar: {
    subject: (store) => `احفظ طلباتك لدى ${isolated(store)} في حساب`,
    preview: 'بنقرة واحدة تجدها كلها في مكان واحد.',
    what: (store) =>
      `بهذا الرابط ينتقل كل ما طلبته لدى ${isolated(store)} بهذا العنوان إلى حساب: جديد أو الذي لديك.`,
    action: 'احفظ طلباتي',
    once: 'يعمل الرابط مرة واحدة خلال سبعة أيام. إن لم تطلبه فلا حاجة إلى أي إجراء.',
  },
}

export function claimLink({ store, locale, url }: { store: string; locale: string; url: string }) {
  const words = WORDS[languageOf(locale)]
  const title = words.subject(store)
  return {
    template: 'orders.claimLink',
    subject: title,
    text: [words.what(store), `${words.action}: ${url}`, words.once, store].join('\n\n'),
    html: layout({
      store,
      locale,
      title,
      preview: words.preview,
      body: html`${paragraph(words.what(store))}${button(words.action, url)}${aside(words.once)}`,
    }),
  }
}
