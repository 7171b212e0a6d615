/**
 * What a browser is shown when no page can be drawn: one file of HTML with its styles, in the visitor's language, which
 * needs neither the database nor the storefront's build. Programs get the problem document, as everywhere.
 */
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Failure } from '#kit/failure.ts'
import { directionOf, languageOf, LANGUAGES, type InEach, type Language } from '#kit/language.ts'
import { preferredLocales } from './accept-language.ts'
import { failureOf, pathOf, retryAfterOf } from './problems.ts'

interface Words {
  title: string
  advice: string
}

const SAYS: InEach<{
  broken: Words
  away: Words
  refused: Words
  again: string
  home: string
  quote: string
  search: string
}> = {
  en: {
    broken: {
      title: 'Something broke on our side',
      advice: 'It has been noted. Please load the page again; your cart is kept.',
    },
    away: {
      title: 'Back in a moment',
      advice:
        'The shop is briefly unavailable. Nothing you entered is lost: wait a few seconds, then load again.',
    },
    refused: {
      title: 'That did not work',
      advice: 'What was sent could not be read. Go back, and try it once more.',
    },
    again: 'Load again',
    home: 'Go to the home page',
    quote: 'If you write to us, please quote',
    search: 'Search products',
  },
  de: {
    broken: {
      title: 'Bei uns ist etwas schiefgegangen',
      advice: 'Es ist notiert. Bitte laden Sie die Seite neu; Ihr Warenkorb ist noch da.',
    },
    away: {
      title: 'Gleich wieder da',
      advice:
        'Der Shop ist kurz nicht erreichbar. Nichts von dem, was Sie eingegeben haben, geht verloren: Warten Sie ein paar Sekunden, und laden Sie dann neu.',
    },
    refused: {
      title: 'Das hat nicht geklappt',
      advice: 'Was gesendet wurde, war nicht lesbar. Gehen Sie zurück, und versuchen Sie es noch einmal.',
    },
    again: 'Neu laden',
    home: 'Zur Startseite',
    quote: 'Wenn Sie uns schreiben, nennen Sie bitte',
    search: 'Produkte suchen',
  },
  ar: {
    broken: { title: 'حدث خلل لدينا', advice: 'سُجّل الخلل. يرجى إعادة تحميل الصفحة؛ سلتك محفوظة.' },
    away: {
      title: 'سنعود بعد لحظات',
      advice: 'المتجر غير متاح للحظات. لم يضِع شيء مما أدخلته: انتظر بضع ثوانٍ ثم أعد تحميل الصفحة.',
    },
    refused: { title: 'لم يتم ذلك', advice: 'تعذّرت قراءة ما أُرسل. ارجع وحاول مرة أخرى.' },
    again: 'إعادة التحميل',
    home: 'إلى الصفحة الرئيسية',
    quote: 'عند مراسلتنا يرجى ذكر',
    search: 'ابحث عن منتجات',
  },
}

/** The theme's six colours (`packages/ui/src/theme.css`), light and dark. */
const STYLE = `:root{color-scheme:light dark;--paper:oklch(.988 .004 75);--ink:oklch(.225 .011 65);--accent:oklch(.45 .082 222);--on:oklch(.99 .003 75)}@media(prefers-color-scheme:dark){:root{--paper:oklch(.185 .006 65);--ink:oklch(.95 .008 75);--accent:oklch(.79 .07 212);--on:oklch(.2 .03 222)}}*{box-sizing:border-box}body{margin:0;min-height:100vh;display:grid;align-items:center;background:var(--paper);color:var(--ink);font:1.125rem/1.6 Inter,system-ui,sans-serif}main{width:100%;max-width:36rem;margin:0 auto;padding:3rem 1.25rem}p{margin:1rem 0 0;color:color-mix(in oklab,var(--ink) 66%,var(--paper))}.status{margin:0;color:var(--accent);font-weight:600}h1{margin:.5rem 0 0;font-size:clamp(2rem,6vw,2.75rem);line-height:1.15}form{margin-top:1rem}input{width:100%;min-height:2.75rem;padding:0 1rem;border:1px solid color-mix(in oklab,var(--ink) 48%,var(--paper));border-radius:.375rem;background:transparent;color:inherit;font:inherit}nav{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:2rem}a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 1.25rem;border:1px solid currentColor;border-radius:.375rem;color:inherit;font-weight:600;text-decoration:none}a.first{background:var(--accent);border-color:var(--accent);color:var(--on)}a:focus-visible{outline:2px solid var(--ink);outline-offset:2px}.trace{margin-top:2.5rem;padding-top:1rem;border-top:1px solid color-mix(in oklab,var(--ink) 14%,var(--paper));font-size:.875rem;overflow-wrap:anywhere}`
const styleHash = createHash('sha256').update(STYLE).digest('base64')
const POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`

/** Whether it is a person in front of a browser who asks. */
export const wantsPage = ({ headers }: FastifyRequest): boolean => /\btext\/html\b/.test(headers.accept ?? '')

export function sendBarePage(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = failureOf(error)
  const language = languageAt(request)
  const retryAfter = retryAfterOf(refusal)
  if (retryAfter !== null) reply.header('retry-after', retryAfter)
  return reply
    .code(refusal.status)
    .headers({
      'content-type': 'text/html; charset=utf-8',
      'content-language': language,
      'content-security-policy': POLICY,
      'cache-control': 'no-store',
      'x-trace-id': request.id,
    })
    .send(barePage(refusal, language, request.id, pathOf(request.url)))
}

/** An address says its language itself; else the browser does. */
function languageAt({ url, headers }: FastifyRequest): Language {
  const named = LANGUAGES.find((each) => url === `/${each}` || url.startsWith(`/${each}/`))
  return named ?? languageOf(preferredLocales(headers['accept-language']))
}

function barePage({ status }: Failure, language: Language, traceId: string, path: string): string {
  const words = SAYS[language]
  const { title, advice } = status === 503 ? words.away : status >= 500 ? words.broken : words.refused
  const escaped = path.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main><p class="status">${status}</p><h1>${title}</h1><p>${advice}</p><nav><a class="first" href="${escaped}">${words.again}</a><a href="/">${words.home}</a></nav><form action="/products" role="search"><input type="search" name="q" maxlength="100" aria-label="${words.search}" placeholder="${words.search}"></form><p class="trace">${words.quote} <code>${traceId}</code></p></main></body></html>`
}
