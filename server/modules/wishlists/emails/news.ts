/** What became cheaper or is there again, of all that somebody wanted to be told of: in one mail. */
import { directionOf, type InEach, type Language } from '#kit/language.ts'
import { formatMoney } from '@quayside/words'
import type { Money } from '#kit/types.ts'
import { button, html, layout } from '../../messages/index.ts'

export interface Piece {
  kind: 'drop' | 'back'
  name: string
  url: string
  /** In minor units; null: it had no price before. */
  was: number | null
  now: Money
}

interface About {
  store: string
  locale: string
  language: Language
  pieces: Piece[]
  lists: string
  stop: string
}

interface Words {
  one: InEachKind
  many: string
  drop: (now: string, was: string) => string
  back: (now: string) => string
  action: string
  stop: string
}
type InEachKind = Record<Piece['kind'], (name: string) => string>

const WORDS: InEach<Words> = {
  en: {
    one: { drop: (name) => `${name} became cheaper`, back: (name) => `${name} is there again` },
    many: 'News of your list',
    drop: (now, was) => `now ${now} instead of ${was}`,
    back: (now) => `there again, for ${now}`,
    action: 'See your lists',
    stop: 'No more mails about my lists',
  },
  de: {
    one: { drop: (name) => `${name} ist günstiger geworden`, back: (name) => `${name} ist wieder da` },
    many: 'Neues von Ihrer Liste',
    drop: (now, was) => `jetzt ${now} statt ${was}`,
    back: (now) => `wieder da, für ${now}`,
    action: 'Ihre Listen ansehen',
    stop: 'Keine E-Mails mehr zu meinen Listen',
  },
  ar: {
    one: { drop: (name) => `انخفض سعر ${name}`, back: (name) => `${name} متوفر من جديد` },
    many: 'جديد قائمتك',
    drop: (now, was) => `الآن ${now} بدلاً من ${was}`,
    back: (now) => `متوفر من جديد بسعر ${now}`,
    action: 'عرض قوائمك',
    stop: 'إيقاف الرسائل حول قوائمي',
  },
}

export function newsLetter({ store, locale, language, pieces, lists, stop }: About) {
  const words = WORDS[language]
  const [first] = pieces
  const subject = pieces.length === 1 ? words.one[first!.kind](first!.name) : words.many
  const money = (amount: number, { currency }: Money) => formatMoney({ amount, currency }, locale)
  const said = ({ kind, was, now }: Piece) =>
    kind === 'drop' && was !== null
      ? words.drop(money(now.amount, now), money(was, now))
      : words.back(money(now.amount, now))
  return {
    template: 'wishlists.news',
    subject,
    text: [
      ...pieces.map((piece) => `${piece.name}: ${said(piece)}\n${piece.url}`),
      `${words.action}: ${lists}`,
      `${words.stop}: ${stop}`,
      store,
    ].join('\n\n'),
    html: layout({
      store,
      locale,
      title: subject,
      preview: `${first!.name}: ${said(first!)}`,
      body: html`<div dir="${directionOf(language)}">
        ${pieces.map(
          (piece) =>
            html`<p style="margin:0 0 16px">
              <a href="${piece.url}" style="color:inherit;font-weight:600"><bdi>${piece.name}</bdi></a
              ><br />${said(piece)}
            </p>`,
        )}
        ${button(words.action, lists)}
        <p style="margin:24px 0 0;font-size:14px;color:#6b6861">
          <a href="${stop}" style="color:inherit">${words.stop}</a>
        </p>
      </div>`,
    }),
  }
}
