/** Says that the newsletter comes from now on, and how it ends. */
import type { InEach, Language } from '#kit/language.ts'
import { aside, html, layout, paragraph } from '../../messages/index.ts'

interface About {
  store: string
  locale: string
  language: Language
  end: string
}

interface Words {
  subject: (store: string) => string
  body: string
  keep: string
  end: string
}

const WORDS: InEach<Words> = {
  en: {
    subject: (store) => `You get the newsletter of ${store}`,
    body: 'Thank you: we know now that this address is yours, and write to you when there is something new.',
    keep: 'This link stands in every newsletter. It ends them all, and we forget your address.',
    end: 'End the newsletter',
  },
  de: {
    subject: (store) => `Sie bekommen den Newsletter von ${store}`,
    body: 'Danke: Wir wissen nun, dass diese Adresse Ihnen gehört, und schreiben Ihnen, wenn es etwas Neues gibt.',
    keep: 'Dieser Link steht in jedem Newsletter. Er beendet sie alle, und wir vergessen Ihre Adresse.',
    end: 'Newsletter beenden',
  },
  ar: {
    subject: (store) => `ستصلك نشرة ${store} البريدية`,
    body: 'شكراً لك: عرفنا الآن أن هذا العنوان لك، وسنكتب إليك عندما يكون لدينا جديد.',
    keep: 'تجد هذا الرابط في كل نشرة. به تتوقف النشرة وننسى عنوانك.',
    end: 'أوقفوا النشرة',
  },
}

export function welcomeLetter({ store, locale, language, end }: About) {
  const words = WORDS[language]
  const subject = words.subject(store)
  return {
    template: 'newsletter.welcome',
    subject,
    text: `${words.body}\n\n${words.keep}\n${words.end}: ${end}\n\n${store}\n`,
    html: layout({
      store,
      locale,
      title: subject,
      preview: words.body,
      body: html`${paragraph(words.body)} ${aside(html`${words.keep}<br /><a href="${end}">${words.end}</a>`)}`,
    }),
  }
}
