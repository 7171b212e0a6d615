/**
 * What the owner put in the slot of a mail, below what the mail is about: `mail.orders.confirmed` for that template. Of
 * its blocks a mail shows those of words; pictures and products belong on pages.
 */
import type { Ctx } from '#kit/context.ts'
import { isFailure } from '#kit/failure.ts'
import type { Static } from '#kit/types.ts'
import { html, panel, paragraph, type Html, type MailPart } from '../messages/index.ts'
import { currentSettings, pagesIn } from '../settings/index.ts'
import type { ShownBlock } from './blocks/index.ts'
import type { ShownParagraph } from './rich-text.ts'
import { readShown } from './shown.ts'
import { SLOT } from './slot.ts'
import type { ShownLink } from './target.ts'

const PLACES: Record<string, string> = {
  category: '/c/',
  collection: '/collections/',
  product: '/p/',
  page: '/pages/',
  post: '/journal/',
  products: '/products',
  journal: '/journal',
}

export const mailPart: MailPart = async (ctx, { template, locale }) => {
  const document = await readShown(ctx, SLOT, [`mail.${template}`], locale).catch((error: unknown) => {
    if (isFailure(error)) return null // nothing was put there
    throw error
  })
  if (!document) return null
  const pages = await pagesOf(ctx, locale)
  const told = document.blocks.flatMap((block) => tell(block, pages))
  if (told.length === 0) return null
  return { html: html`${told.map((each) => each.html)}`, text: told.map((each) => each.text).join('\n\n') }
}

type Told = { html: Html; text: string }

const pagesOf = async (ctx: Ctx, locale: string) =>
  ctx.app.config.publicUrl + pagesIn(await currentSettings(ctx), locale)

const heading = (title: string): Told[] => (title ? [{ html: panel(title, []), text: title }] : [])
const plain = (text: string): Told[] => (text ? [{ html: paragraph(text), text }] : [])

function tell(block: ShownBlock, pages: string): Told[] {
  switch (block.kind) {
    case 'rich_text':
      return [...heading(block.title), ...block.body.map((each) => tellParagraph(each, pages))]
    case 'columns':
      return [
        ...heading(block.title),
        ...block.columns.flatMap(({ title, lead }) => plain([title, lead].filter(Boolean).join(': '))),
      ]
    case 'faq':
      return [
        ...heading(block.title),
        ...block.questions.flatMap(({ question, answer }) => [
          ...heading(question),
          ...answer.map((each) => tellParagraph(each, pages)),
        ]),
      ]
    default:
      return []
  }
}

function tellParagraph({ spans }: Static<typeof ShownParagraph>, pages: string): Told {
  const parts = spans.map(({ text, link, marks }) => {
    const to = link && addressOf(link, pages)
    const words = marks.includes('strong') ? html`<strong>${text}</strong>` : html`${text}`
    return { html: to ? html`<a href="${to}">${words}</a>` : words, text: to ? `${text} (${to})` : text }
  })
  return {
    html: paragraph(html`${parts.map((each) => each.html)}`),
    text: parts.map((each) => each.text).join(''),
  }
}

function addressOf({ kind, slug, url }: ShownLink, pages: string): string {
  if (url !== null) return url.startsWith('/') ? pages + url : url
  return pages + (PLACES[kind] ?? '/') + (slug === null ? '' : encodeURIComponent(slug))
}
