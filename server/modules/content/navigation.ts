/** The menus as the shop shows them, in one statement. */
import type { Ctx } from '#kit/context.ts'
import { Nothing, query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { List, Nullable, Text, shape, type Static } from '#kit/types.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { menusChanged } from './events.ts'
import { MOST_ITEMS, type Menu } from './menus/menu.ts'
import { keptContent } from './shown.ts'
import { foundText, showing, type Found, type Showing } from './showing.ts'
import { ShownLink } from './target.ts'

const label = Text(200)
const ShownMenuItem = shape('ShownMenuItem', {
  label,
  /** Null: it only heads its items. */
  link: Nullable(ShownLink),
  items: List(shape('ShownMenuLink', { label, link: ShownLink }), MOST_ITEMS),
})
const ShownItems = List(ShownMenuItem, MOST_ITEMS)

export const Navigation = shape(
  'Navigation',
  { header: ShownItems, footer: ShownItems },
  { description: 'An empty menu was not written: show the categories.' },
)

export const navigation = query({
  id: 'content.navigation',
  summary: 'The menus of the shop',
  rest: 'GET /menus',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: Navigation,
  kept: { ...keptContent, untilAny: [...keptContent.untilAny, menusChanged] },
  run: (_, ctx) => readNavigation(ctx),
  json: async (_, ctx) => JSON.stringify(await readNavigation(ctx)),
})

const STATEMENT = `select m.key, m.items, ${foundText('m')} as found from content.menu m where m.store_id = $1`

async function readNavigation(ctx: Ctx): Promise<Static<typeof Navigation>> {
  const locales = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const rows = await ctx.app.pool.read<Menu & { found: Found }>(STATEMENT, [
    ctx.storeId,
    locales,
    ctx.scope.channelId,
  ])
  const of = (key: Menu['key']) => {
    const row = rows.find((each) => each.key === key)
    return row ? showItems(row.items, showing(row.found, locales)) : []
  }
  return { header: of('header'), footer: of('footer') }
}

/** What leads to something that is gone goes too, and what then heads nothing. */
function showItems(items: Menu['items'], at: Showing): Static<typeof ShownItems> {
  return items.flatMap(({ target, texts, items: inner }) => {
    const shown = inner.flatMap((each) => {
      const [link, called] = [at.link(each.target), at.text(each.texts)?.label ?? at.nameOf(each.target)]
      return link && called ? [{ label: called, link }] : []
    })
    const [link, called] = [at.link(target), at.text(texts)?.label ?? at.nameOf(target)]
    return called && (link || shown.length > 0) ? [{ label: called, link, items: shown }] : []
  })
}
