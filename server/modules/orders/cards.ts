/** Orders in short, for the lists of buyers and of staff: one statement a page. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { readPage, type PageRequest, type PageTotal } from '#kit/page.ts'
import { sorts } from '#kit/sort.ts'
import type { Money } from '#kit/types.ts'
import type { Picture } from '../media/index.ts'
import {
  fulfilmentStanding,
  paymentStanding,
  statusOf,
  type LineFigures,
  type OrderStatus,
  type PaymentFigures,
  type PaymentStanding,
} from './standing.ts'
import { WHOLE_PICTURE } from './rows.ts'
import type { OrderState } from './state.ts'
import { numberText } from './view.ts'

interface Row {
  id: string
  number: number | null
  state: OrderState
  email: string
  customer_id: string | null
  currency: string
  total_amount: number
  placed_at: Date
  lines: LineFigures[]
  payments: PaymentFigures[]
  pictures: Picture[]
}

export interface Card {
  id: string
  number: string | null
  state: OrderState
  status: OrderStatus
  paymentStanding: PaymentStanding
  email: string
  customerId: string | null
  total: Money
  itemCount: number
  placedAt: string
  pictures: Picture[]
}

const newestFirst = sorts(
  'OrderSort',
  { placedAt: { column: 'o.placed_at', type: 'timestamptz' } },
  { id: 'o.id', first: '-placedAt' },
)

/** `which` is a condition on `o`, the order. */
export async function cardsPage(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  request: PageRequest & { state?: string },
): Promise<{ items: Card[]; next: string | null; total: PageTotal | null }> {
  const inState = request.state === undefined ? sql`true` : sql`o.state = ${request.state}`
  const orders = sql<Row>`(
    select o.id, o.number, o.state, o.email, o.customer_id, o.currency, o.total_amount, o.placed_at,
      (select json_agg(json_build_object('quantity', l.quantity, 'shipped', l.quantity_shipped, 'delivered', l.quantity_delivered,
        'cancelled', l.quantity_cancelled)) from orders.line l where l.order_id = o.id) as lines,
      coalesce((select json_agg(json_build_object('state', p.state, 'authorised', p.authorised_amount, 'captured', p.captured_amount,
        'refunded', p.refunded_amount, 'disputed', p.disputed_amount)) from payments.payment p
        where p.store_id = o.store_id and p.payable_kind = 'order' and p.payable_id = o.id), '[]') as payments,
      coalesce((select json_agg(${WHOLE_PICTURE}) from (select l.picture from orders.line l where l.order_id = o.id and l.picture is not null
        order by l.position limit 4) l), '[]') as pictures
    from orders.order o where o.store_id = ${ctx.storeId} and ${which} and ${inState})`.as<'o'>('o')
  const query = ctx.db.selectFrom(orders).selectAll('o')
  const { rows, next, total } = await readPage(query, request, newestFirst, ctx.db)
  return { items: rows.map(cardOf), next, total }
}

function cardOf(row: Row): Card {
  const paid = paymentStanding(row.payments, row.total_amount)
  return {
    id: row.id,
    number: numberText(row.number),
    state: row.state,
    status: statusOf(row.state, paid, fulfilmentStanding(row.lines)),
    paymentStanding: paid,
    email: row.email,
    customerId: row.customer_id,
    total: { amount: row.total_amount, currency: row.currency },
    itemCount: row.lines.reduce((sum, line) => sum + line.quantity, 0),
    placedAt: row.placed_at.toISOString(),
    pictures: row.pictures,
  }
}

/** What buyers see of it. */
export const buyersCard = ({ state: _state, email: _email, customerId: _customerId, ...card }: Card) => card
