/** The first mail to a new member. */
import { isolated, languageOf, type InEach } from '#kit/language.ts'
import { note } from './note.ts'

interface Words {
  subject: (store: string) => string
  preview: string
  hello: (name: string) => string
  ready: (store: string) => string
  action: string
  notYou: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `Welcome to ${store}`,
    preview: 'Your account is ready.',
    hello: (name) => `Hello ${name},`,
    ready: (store) =>
      `your account at ${store} is ready. From now on you find your orders and addresses in one place.`,
    action: 'Go to my orders',
    notYou: 'You did not open this account? Then reply to this mail.',
  },
  de: {
    subject: (store) => `Willkommen bei ${store}`,
    preview: 'Ihr Konto ist bereit.',
    hello: (name) => `Guten Tag ${name},`,
    ready: (store) =>
      `Ihr Konto bei ${store} ist bereit. Ab jetzt finden Sie Ihre Bestellungen und Adressen an einem Ort.`,
    action: 'Zu meinen Bestellungen',
    notYou: 'Sie haben dieses Konto nicht eröffnet? Dann antworten Sie auf diese E-Mail.',
  },
  ar: {
    subject: (store) => `أهلاً بك في ${isolated(store)}`,
    preview: 'حسابك جاهز.',
    hello: (name) => `مرحباً ${isolated(name)}،`,
    ready: (store) => `حسابك لدى ${isolated(store)} جاهز. من الآن تجد طلباتك وعناوينك في مكان واحد.`,
    action: 'إلى طلباتي',
    notYou: 'لم تفتح هذا الحساب؟ إذن رُدّ على هذه الرسالة.',
  },
}

/** `pages` is where the pages of the reader's language begin. */
export function welcome({
  store,
  locale,
  name,
  pages,
}: {
  store: string
  locale: string
  name: string
  pages: string
}) {
  const words = WORDS[languageOf(locale)]
  return note({
    store,
    locale,
    template: 'identity.welcome',
    subject: words.subject(store),
    preview: words.preview,
    paragraphs: [words.hello(name), words.ready(store)],
    action: { label: words.action, url: `${pages}/account/orders` },
    small: words.notYou,
  })
}
