/** Says that letters come from now on, and how they end. */
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
    subject: (store) => `You get letters from ${store}`,
    body: 'Thank you: we know now that this address is yours, and write to you when there is something to tell.',
    keep: 'Each letter ends with this link. It ends them all, and we forget your address.',
    end: 'Send me no more letters',
  },
  de: {
    subject: (store) => `Sie bekommen Briefe von ${store}`,
    body: 'Danke: Wir wissen nun, dass diese Adresse Ihnen gehört, und schreiben Ihnen, wenn es etwas zu erzählen gibt.',
    keep: 'Dieser Link steht am Ende jedes Briefes. Er beendet sie alle, und wir vergessen Ihre Adresse.',
    end: 'Keine Briefe mehr schicken',
  },
  ar: {
    subject: (store) => `ستصلك رسائل ${store}`,
    body: 'شكراً لك: عرفنا الآن أن هذا العنوان لك، وسنكتب إليك عندما يكون لدينا ما نخبرك به.',
    keep: 'تجد هذا الرابط في نهاية كل رسالة. به تتوقف الرسائل كلها وننسى عنوانك.',
    end: 'لا ترسلوا إليّ بعد الآن',
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
