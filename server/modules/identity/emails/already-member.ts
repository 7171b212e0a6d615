/** Tells the owner of an address that somebody tried to sign up with it again. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { note } from './note.ts'

interface Words {
  subject: (store: string) => string
  preview: string
  tried: (store: string) => string
  action: string
  notYou: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `You already have an account at ${store}`,
    preview: 'You can simply log in.',
    tried: (store) =>
      `Somebody, perhaps you, tried to open an account at ${store} with this address. It already has one.`,
    action: 'Log in',
    notYou: 'If it was not you, there is nothing to do.',
  },
  de: {
    subject: (store) => `Sie haben schon ein Konto bei ${store}`,
    preview: 'Sie können sich einfach anmelden.',
    tried: (store) =>
      `Jemand, vielleicht Sie, wollte mit dieser Adresse ein Konto bei ${store} eröffnen. Es gibt schon eines.`,
    action: 'Anmelden',
    notYou: 'Wenn Sie das nicht waren, müssen Sie nichts tun.',
  },
  ar: {
    subject: (store) => `لديك حساب لدى ${isolated(store)} من قبل`,
    preview: 'يمكنك تسجيل الدخول مباشرة.',
    tried: (store) => `حاول أحدهم، وربما أنت، فتح حساب لدى ${isolated(store)} بهذا العنوان، وله حساب من قبل.`,
    action: 'تسجيل الدخول',
    notYou: 'إن لم تكن أنت فلا حاجة إلى أي إجراء.',
  },
}

/** `pages` is where the pages of the reader's language begin. */
export function alreadyMember({ store, locale, pages }: { store: string; locale: string; pages: string }) {
  const words = WORDS[languageOf(locale)]
  return note({
    store,
    locale,
    template: 'identity.alreadyMember',
    subject: words.subject(store),
    preview: words.preview,
    paragraphs: [words.tried(store)],
    action: { label: words.action, url: `${pages}/login` },
    small: words.notYou,
  })
}
