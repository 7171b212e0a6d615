/** A menu as staff write it: at the head or the foot of each page, two levels deep. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { List, Locale, Nullable, Text, Version, Words, shape, type Static } from '#kit/types.ts'
import { inLocales } from '../limits.ts'
import { ContentTarget } from '../target.ts'

export const MOST_ITEMS = 20

export const MenuKey = Words('MenuKey', 'header', 'footer')
const label = inLocales(shape('MenuText', { locale: Locale, label: Text(80) }))

export const MenuItem = shape(
  'MenuItem',
  {
    target: Nullable(ContentTarget),
    texts: label,
    items: List(shape('MenuLink', { target: ContentTarget, texts: label }), MOST_ITEMS),
  },
  {
    description:
      'Without a text it is called what it leads to. With a null `target` it only heads its `items`.',
  },
)
export const Menu = shape('Menu', {
  key: MenuKey,
  items: List(MenuItem, MOST_ITEMS),
  version: Version,
})
export type Menu = Static<typeof Menu>

export async function readMenus(ctx: Ctx): Promise<Menu[]> {
  const { rows } =
    await sql<Menu>`select key, items, version from content.menu where store_id = ${ctx.storeId} order by key desc`.execute(
      ctx.db,
    )
  return rows
}
