/** Tells a person that their password is another one now. */
import { formatDate } from '@quayside/words'
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { note } from './note.ts'

interface Words {
  subject: (store: string) => string
  preview: string
  hello: (name: string) => string
  changed: (store: string, when: string) => string
  notYou: (email: string) => string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `Your password at ${store} was changed`,
    preview: 'If it was you, there is nothing to do.',
    hello: (name) => `Hello ${name},`,
    changed: (store, when) =>
      `the password of your account at ${store} was changed on ${when}. On all other devices you are logged out.`,
    notYou: (email) => `If it was not you, write to ${email} at once.`,
  },
  de: {
    subject: (store) => `Ihr Passwort bei ${store} wurde geändert`,
    preview: 'Wenn Sie das waren, müssen Sie nichts tun.',
    hello: (name) => `Guten Tag ${name},`,
    changed: (store, when) =>
      `das Passwort Ihres Kontos bei ${store} wurde geändert: ${when}. Auf allen anderen Geräten sind Sie abgemeldet.`,
    notYou: (email) => `Wenn Sie das nicht waren, schreiben Sie sofort an ${email}.`,
  },
  ar: {
    subject: (store) => `تم تغيير كلمة مرورك لدى ${isolated(store)}`,
    preview: 'إن كنت أنت من غيّرها فلا حاجة إلى أي إجراء.',
    hello: (name) => `مرحباً ${isolated(name)}،`,
    changed: (store, when) =>
      `تم تغيير كلمة مرور حسابك لدى ${isolated(store)} في ${when}. وسُجّل خروجك من كل الأجهزة الأخرى.`,
    notYou: (email) => `إن لم تكن أنت فاكتب فوراً إلى ${isolated(email)}.`,
  },
}

export function passwordChanged({
  store,
  storeEmail,
  locale,
  name,
  at,
  timeZone,
}: {
  store: string
  storeEmail: string
  locale: string
  name: string
  at: Date
  timeZone: string
}) {
  const words = WORDS[languageOf(locale)]
  const when = formatDate(at.toISOString(), { look: 'longMinute', locale, timeZone })
  return note({
    store,
    locale,
    template: 'identity.passwordChanged',
    subject: words.subject(store),
    preview: words.preview,
    paragraphs: [words.hello(name), words.changed(store, when), words.notYou(storeEmail)],
  })
}
