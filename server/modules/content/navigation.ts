/** The menus as the shop shows them, and which slots of its pages are filled, in one statement. */
import type { Ctx } from '#kit/context.ts'
import { Nothing, query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Key, List, Nullable, Text, shape, type Static } from '#kit/types.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import { menusChanged } from './events.ts'
import { MOST_ITEMS, type Menu } from './menus/menu.ts'
import { keptContent } from './shown.ts'
import { foundText, showing, type Found, type Showing } from './showing.ts'
import { ShownLink } from './target.ts'

const MOST_SLOTS = 200
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
  {
    header: ShownItems,
    footer: ShownItems,
    /** Slots with something in them, for `content.slot`. */
    slots: List(Key, MOST_SLOTS),
  },
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
})

const STATEMENT = `
  select (select json_agg(json_build_object('key', m.key, 'items', m.items, 'found', ${foundText('m')})) from content.menu m where m.store_id = $1) as menus,
    array(select d.slot from content.document d where d.store_id = $1 and d.slot is not null and d.archived_at is null and d.published_revision is not null
      order by d.slot limit ${MOST_SLOTS}) as slots`

interface Row {
  menus: (Menu & { found: Found })[] | null
  slots: string[]
}

async function readNavigation(ctx: Ctx): Promise<Static<typeof Navigation>> {
  const locales = localeChain(await currentSettings(ctx), ctx.scope.locale)
  const [row] = await ctx.app.pool.read<Row>(STATEMENT, [ctx.storeId, locales, ctx.scope.channelId])
  const { menus, slots } = row!
  const of = (key: Menu['key']) => {
    const menu = menus?.find((each) => each.key === key)
    return menu ? showItems(menu.items, showing(menu.found, locales)) : []
  }
  return { header: of('header'), footer: of('footer'), slots }
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
