/** The link by which somebody who has forgotten their password chooses another one. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { note } from './note.ts'

interface Words {
  subject: (store: string) => string
  preview: string
  hello: (name: string) => string
  what: (store: string) => string
  action: string
  once: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `A new password for ${store}`,
    preview: 'Choose one within an hour.',
    hello: (name) => `Hello ${name},`,
    what: (store) => `somebody, hopefully you, has forgotten the password of your account at ${store}.`,
    action: 'Choose a new password',
    once: 'The link works once, within an hour. If it was not you, there is nothing to do: your password stays as it is.',
  },
  de: {
    subject: (store) => `Ein neues Passwort für ${store}`,
    preview: 'Wählen Sie es innerhalb einer Stunde.',
    hello: (name) => `Guten Tag ${name},`,
    what: (store) => `jemand, hoffentlich Sie, hat das Passwort Ihres Kontos bei ${store} vergessen.`,
    action: 'Neues Passwort wählen',
    once: 'Der Link gilt einmal und eine Stunde lang. Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.',
  },
  ar: {
    subject: (store) => `كلمة مرور جديدة لـ ${isolated(store)}`,
    preview: 'اختر كلمة مرور جديدة خلال ساعة.',
    hello: (name) => `مرحباً ${isolated(name)}،`,
    what: (store) => `يبدو أنك نسيت كلمة مرور حسابك لدى ${isolated(store)}.`,
    action: 'اختر كلمة مرور جديدة',
    once: 'يعمل الرابط مرة واحدة خلال ساعة. إن لم تكن أنت من طلبه فلا حاجة إلى أي إجراء: تبقى كلمة مرورك كما هي.',
  },
}

export function passwordForgotten({
  store,
  locale,
  name,
  url,
}: {
  store: string
  locale: string
  name: string
  url: string
}) {
  const words = WORDS[languageOf(locale)]
  return note({
    store,
    locale,
    template: 'identity.passwordForgotten',
    subject: words.subject(store),
    preview: words.preview,
    paragraphs: [words.hello(name), words.what(store)],
    action: { label: words.action, url },
    small: words.once,
  })
}
