/** Writes to all who may see stock: one mail for all that ran low at once. What is there again meanwhile is left out. */
import { sql } from 'kysely'
import { on } from '#kit/event.ts'
import { spokenOf } from '#kit/language.ts'
import { staffWho } from '../../identity/index.ts'
import { send } from '../../messages/index.ts'
import { currentSettings } from '../../settings/index.ts'
import { lowStockMail, type Scarce } from '../emails/low-stock.ts'
import { lowStock } from '../events.ts'
import { left } from './watch.ts'

export const tellStaff = on(lowStock, 'inventory.tellStaff', async ({ ids }, ctx) => {
  const { rows } = await sql<Scarce & { id: string }>`
    with told as (
      update inventory.low_stock s set told_at = ${ctx.now()}
      where s.store_id = ${ctx.storeId} and s.item_id = any(${ids}) and s.told_at is null returning s.id, s.item_id, s.location_id
    )
    select t.id, i.sku, p.name as place, ${left} as left
    from told t join inventory.item i on i.id = t.item_id join inventory.location p on p.id = t.location_id
    join inventory.level l on l.item_id = t.item_id and l.location_id = t.location_id
    where ${left} <= l.low_limit order by i.sku, p.position, p.id`.execute(ctx.db)
  const [first] = rows
  if (!first) return
  const { store } = await currentSettings(ctx)
  for (const person of await staffWho(ctx, 'stock.read'))
    await send(ctx, {
      ...lowStockMail({ store: store.name, locale: spokenOf(person.locale, store.locale), scarce: rows }),
      to: person.email,
      dedupeKey: `inventory.low-stock:${first.id}:${person.id}`,
      about: { kind: 'low_stock', id: first.id },
    })
})
