/** Tells a person that their account can be entered with a further passkey. */
import { formatDate } from '@quayside/words'
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { note } from './note.ts'

interface Words {
  subject: (store: string) => string
  preview: string
  hello: (name: string) => string
  added: (passkey: string, store: string, when: string) => string
  action: string
  notYou: (email: string) => string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `A passkey was added to your account at ${store}`,
    preview: 'If it was you, there is nothing to do.',
    hello: (name) => `Hello ${name},`,
    added: (passkey, store, when) =>
      `on ${when} the passkey “${passkey}” was added to your account at ${store}. With it one can log in without a password.`,
    action: 'See my passkeys',
    notYou: (email) => `If it was not you, remove it there, change your password, and write to ${email}.`,
  },
  de: {
    subject: (store) => `Ihr Konto bei ${store} hat einen weiteren Passkey`,
    preview: 'Wenn Sie das waren, müssen Sie nichts tun.',
    hello: (name) => `Guten Tag ${name},`,
    added: (passkey, store, when) =>
      `zu Ihrem Konto bei ${store} ist ein Passkey hinzugekommen: „${passkey}“, ${when}. Damit kann man sich ohne Passwort anmelden.`,
    action: 'Meine Passkeys ansehen',
    notYou: (email) =>
      `Wenn Sie das nicht waren, entfernen Sie ihn dort, ändern Sie Ihr Passwort und schreiben Sie an ${email}.`,
  },
  ar: {
    subject: (store) => `أُضيف مفتاح مرور إلى حسابك لدى ${isolated(store)}`,
    preview: 'إن كنت أنت من أضافه فلا حاجة إلى أي إجراء.',
    hello: (name) => `مرحباً ${isolated(name)}،`,
    added: (passkey, store, when) =>
      `أُضيف مفتاح المرور «${isolated(passkey)}» إلى حسابك لدى ${isolated(store)} في ${when}. يمكن به تسجيل الدخول دون كلمة مرور.`,
    action: 'عرض مفاتيح المرور',
    notYou: (email) => `إن لم تكن أنت فاحذفه من هناك، وغيّر كلمة مرورك، واكتب إلى ${isolated(email)}.`,
  },
}

interface Given {
  store: string
  storeEmail: string
  locale: string
  name: string
  passkey: string
  at: Date
  timeZone: string
  /** Where the pages of the reader's language begin. */
  pages: string
}

export function passkeyAdded({ store, storeEmail, locale, name, passkey, at, timeZone, pages }: Given) {
  const words = WORDS[languageOf(locale)]
  const when = formatDate(at.toISOString(), { look: 'longMinute', locale, timeZone })
  return note({
    store,
    locale,
    template: 'identity.passkeyAdded',
    subject: words.subject(store),
    preview: words.preview,
    paragraphs: [words.hello(name), words.added(passkey, store, when)],
    action: { label: words.action, url: `${pages}/account/passkeys` },
    small: words.notYou(storeEmail),
  })
}
