/** Invites somebody to work in the store. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { note } from './note.ts'

interface Words {
  subject: (store: string) => string
  preview: string
  hello: (name: string) => string
  invited: (store: string, role: string) => string
  action: string
  once: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `You are invited to work at ${store}`,
    preview: 'Choose a password within two days.',
    hello: (name) => `Hello ${name},`,
    invited: (store, role) => `you are invited to work at ${store} as ${role}.`,
    action: 'Choose a password',
    once: 'The link works once, within two days. If you expect no invitation, there is nothing to do.',
  },
  de: {
    subject: (store) => `Sie sind eingeladen, bei ${store} mitzuarbeiten`,
    preview: 'Wählen Sie innerhalb von zwei Tagen ein Passwort.',
    hello: (name) => `Guten Tag ${name},`,
    invited: (store, role) => `Sie sind eingeladen, bei ${store} mitzuarbeiten, als ${role}.`,
    action: 'Passwort wählen',
    once: 'Der Link gilt einmal und zwei Tage lang. Wenn Sie keine Einladung erwarten, müssen Sie nichts tun.',
  },
  ar: {
    subject: (store) => `دعوة للعمل في ${isolated(store)}`,
    preview: 'اختر كلمة مرور خلال يومين.',
    hello: (name) => `مرحباً ${isolated(name)}،`,
    invited: (store, role) => `أنت مدعو للعمل في ${isolated(store)} بدور ${isolated(role)}.`,
    action: 'اختر كلمة مرور',
    once: 'يعمل الرابط مرة واحدة خلال يومين. إن لم تكن تنتظر دعوة فلا حاجة إلى أي إجراء.',
  },
}

export function invitation({
  store,
  locale,
  name,
  role,
  url,
}: {
  store: string
  locale: string
  name: string
  role: string
  url: string
}) {
  const words = WORDS[languageOf(locale)]
  return note({
    store,
    locale,
    template: 'identity.invitation',
    subject: words.subject(store),
    preview: words.preview,
    paragraphs: [words.hello(name), words.invited(store, role)],
    action: { label: words.action, url },
    small: words.once,
  })
}
