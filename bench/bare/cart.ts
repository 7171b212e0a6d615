/** The cart: who asks, the change, the cart as it is now. Three statements, each whole by itself. */
import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { Refused, freeOf, guestOf, pictureJson, rowsOf, type Shop, type Statement } from './shop.ts'

export interface Address {
  name: string
  company: string | null
  line1: string
  line2: string | null
  postalCode: string
  city: string
  region: string | null
  country: string
  phone: string | null
}

export interface CartLine {
  id: string
  variantId: string
  productId: string
  slug: string
  sku: string
  shippable: boolean
  name: string
  choices: unknown[]
  picture: unknown
  quantity: number
  seenAmount: number
  amount: number
  compareAt: number | null
  lowest: number | null
  priceId: string
  available: number
  quantityRule: { minimum: number; maximum: number | null; step: number }
  taxId: string
  taxName: string
  taxRate: number
}

export interface CartRow {
  id: string
  version: number
  state: string
  channel_id: string
  market_id: string
  email: string | null
  shipping_address: Address | null
  billing_address: Address | null
  delivery: { methodId: string; name: string; price: number; freeFrom: number | null } & {
    minDays: number
    maxDays: number
    taxId: string
    taxName: string
    taxRate: number
  }
  updated_at: Date
  expires_at: Date
  lines: CartLine[]
}

const rateOf = (category: string, as: string) => `join lateral (
    select r.id, r.name, r.rate_basis_points from tax.rate r where r.category_id = ${category} and r.region is null
      and r.country = coalesce(c.shipping_address ->> 'country', 'DE') and r.archived_at is null
      and r.starts_on <= current_date and (r.ends_on is null or r.ends_on > current_date)
    order by r.starts_on desc limit 1) ${as} on true`

/** Everything its totals need. `more` follows at the end, as a lock. */
export const cartSql = (more = '') => `
  select c.id, c.version, c.state, c.channel_id, c.market_id, c.email, c.shipping_address, c.billing_address, c.updated_at, c.expires_at,
    (select json_build_object('methodId', m.id, 'name', t.name, 'price', dr.amount, 'freeFrom', dr.free_from_amount, 'minDays', m.min_days,
        'maxDays', m.max_days, 'taxId', rate.id, 'taxName', rate.name, 'taxRate', rate.rate_basis_points)
      from delivery.method m join delivery.method_text t on t.method_id = m.id and t.locale = 'en'
      join delivery.rate dr on dr.method_id = m.id and dr.currency = 'EUR'
      ${rateOf('m.tax_category_id', 'rate')} where m.id = c.delivery_method_id) as delivery,
    coalesce((select json_agg(json_build_object('id', l.id, 'variantId', v.id, 'productId', p.id, 'slug', t.slug, 'sku', v.sku, 'shippable', p.shippable, 'name', t.name,
        'choices', coalesce((select json_agg(json_build_object('option', o.key, 'optionName', ot.name, 'value', ov.key, 'valueName', vt.name,
            'swatch', ov.swatch) order by po.position)
          from catalog.variant_value vv
          join catalog.product_option po on po.product_id = vv.product_id and po.option_id = vv.option_id
          join catalog.option o on o.id = vv.option_id
          join catalog.option_text ot on ot.option_id = o.id and ot.locale = 'en'
          join catalog.option_value ov on ov.id = vv.value_id
          join catalog.option_value_text vt on vt.value_id = ov.id and vt.locale = 'en'
          where vv.variant_id = v.id), '[]'::json),
        'picture', (select ${pictureJson('f', 'a')} from catalog.product_media m join media.file f on f.id = m.file_id
          left join catalog.product_media_text a on a.product_media_id = m.id and a.locale = 'en'
          where m.product_id = p.id and (m.variant_id = v.id or m.variant_id is null)
          order by m.variant_id is null, m.position, m.id limit 1),
        'quantity', l.quantity, 'seenAmount', l.seen_amount, 'amount', pr.amount, 'compareAt', pr.compare_at_amount,
        'lowest', case when pr.compare_at_amount is not null then pricing.lowest_before(pr.id) end, 'priceId', pr.id,
        'available', coalesce((select ${freeOf('s')} from inventory.variant_item vi join inventory.level s on s.item_id = vi.item_id
          where vi.variant_id = v.id), 0),
        'quantityRule', json_build_object('minimum', v.min_quantity, 'maximum', v.max_quantity, 'step', v.quantity_step),
        'taxId', rate.id, 'taxName', rate.name, 'taxRate', rate.rate_basis_points) order by l.created_at, l.id)
      from cart.line l
      join catalog.variant v on v.id = l.variant_id and v.archived_at is null
      join catalog.product p on p.id = v.product_id and p.state = 'published' and p.archived_at is null
      join catalog.product_text t on t.product_id = p.id and t.locale = 'en'
      join pricing.price pr on pr.variant_id = v.id and pr.list_id = $3 and pr.currency = 'EUR' and pr.min_quantity = 1
      ${rateOf('p.tax_category_id', 'rate')}
      where l.cart_id = c.id), '[]'::json) as lines
  from cart.cart c where c.id = $1 and c.guest_id = $2 and c.customer_id is null ${more}`

const READ: Statement = { name: 'cart', text: cartSql() }

const ADD: Statement = {
  name: 'add item',
  text: `
  with mine as (
    select id from cart.cart where id = $1 and guest_id = $2 and customer_id is null and state = 'open' for update
  ), offer as (
    select v.id, pr.id as price_id, pr.amount from catalog.variant v
    join catalog.product p on p.id = v.product_id and p.state = 'published' and p.archived_at is null
    join pricing.price pr on pr.variant_id = v.id and pr.list_id = $3 and pr.currency = 'EUR' and pr.min_quantity = 1
    join inventory.variant_item vi on vi.variant_id = v.id
    join inventory.level l on l.item_id = vi.item_id
    where v.id = $4 and v.archived_at is null
      and ${freeOf('l')} >= $5::int + coalesce((select quantity from cart.line where cart_id = $1 and variant_id = $4), 0)
  ), put as (
    insert into cart.line (id, store_id, cart_id, variant_id, quantity, seen_amount, seen_price_id, seen_at, created_at)
    select uuidv7(), $6, mine.id, offer.id, $5, offer.amount, offer.price_id, now(), now() from mine, offer
    on conflict on constraint line_once do update set quantity = cart.line.quantity + excluded.quantity, seen_amount = excluded.seen_amount,
      seen_price_id = excluded.seen_price_id, seen_at = excluded.seen_at
    returning cart_id
  ), touched as (
    update cart.cart c set version = version + 1, updated_at = now(), expires_at = now() + interval '30 days' from put where c.id = put.cart_id
  )
  insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
  select uuidv7(), $6, 'cart.changed', jsonb_build_object('ids', jsonb_build_array(cart_id)), $2::text, $7, now() from put returning id`,
}

export async function addItem(
  shop: Shop,
  token: string | undefined,
  cartId: string,
  { variantId, quantity }: { variantId: string; quantity: number },
): Promise<string> {
  if (!Number.isInteger(quantity) || quantity < 1) throw new Refused(400, 'How many?')
  const guest = await guestOf(shop, token)
  const values = [cartId, guest, shop.listId, variantId, quantity, shop.storeId, traceId()]
  const put = await rowsOf(shop.pool, ADD, values)
  if (put.length === 0) throw new Refused(409, 'That is not for sale in this quantity.')
  return JSON.stringify(viewOf((await readCart(shop.pool, READ, [cartId, guest, shop.listId]))!))
}

const PATCH: Statement = {
  name: 'patch cart',
  text: `
  with changed as (
    update cart.cart set email = $3, shipping_address = $4::jsonb, delivery_method_id = $5, version = version + 1, updated_at = now(),
      expires_at = now() + interval '30 days'
    where id = $1 and guest_id = $2 and customer_id is null and state = 'open' and exists (
      select from delivery.method m join delivery.zone z on z.id = m.zone_id
      where m.id = $5 and ($4::jsonb ->> 'country') = any(z.countries))
    returning id
  )
  insert into kit.event (id, store_id, name, payload, actor, trace_id, at)
  select uuidv7(), $6, 'cart.changed', jsonb_build_object('ids', jsonb_build_array(id)), $2::text, $7, now() from changed returning id`,
}

interface Details {
  email: string
  shippingAddress: Partial<Address>
  deliveryMethodId: string
}

export async function patchCart(
  shop: Shop,
  token: string | undefined,
  cartId: string,
  { email, shippingAddress: given, deliveryMethodId }: Details,
): Promise<string> {
  const guest = await guestOf(shop, token)
  const address = { company: null, line2: null, region: null, phone: null, ...given }
  const values = [cartId, guest, email, JSON.stringify(address), deliveryMethodId, shop.storeId, traceId()]
  const changed = await rowsOf(shop.pool, PATCH, values)
  if (changed.length === 0) throw new Refused(409, 'That is not offered there.')
  return JSON.stringify(viewOf((await readCart(shop.pool, READ, [cartId, guest, shop.listId]))!))
}

export async function readCart(
  database: pg.Pool | pg.PoolClient,
  statement: Statement,
  values: unknown[],
): Promise<CartRow | undefined> {
  return (await rowsOf<CartRow>(database, statement, values))[0]
}

export interface Totals {
  subtotal: number
  delivery: number
  tax: number
  deliveryTax: number
  lineTaxes: number[]
  taxes: { name: string; rateBasisPoints: number; rateHundredths: number; base: number; amount: number }[]
  total: number
}

/** Tax is inside the prices here, rounded by line. */
export function totalsOf(row: CartRow): Totals {
  const subtotal = row.lines.reduce((sum, line) => sum + line.quantity * line.amount, 0)
  const { delivery: chosen } = row
  const free = chosen && chosen.freeFrom !== null && subtotal >= chosen.freeFrom
  const delivery = chosen && !free ? chosen.price : 0
  const groups = new Map<string, Totals['taxes'][number]>()
  const taxed = (gross: number, name: string, rate: number) => {
    const tax = Math.round((gross * rate) / (10_000 + rate))
    const group = groups.get(name) ?? { name, rateBasisPoints: rate, rateHundredths: 0, base: 0, amount: 0 }
    group.base += gross - tax
    group.amount += tax
    groups.set(name, group)
    return tax
  }
  const lineTaxes = row.lines.map((line) => taxed(line.quantity * line.amount, line.taxName, line.taxRate))
  const deliveryTax = chosen ? taxed(delivery, chosen.taxName, chosen.taxRate) : 0
  const taxes = [...groups.values()].sort((a, b) => b.rateBasisPoints - a.rateBasisPoints)
  const tax = taxes.reduce((sum, each) => sum + each.amount, 0)
  return { subtotal, delivery, tax, deliveryTax, lineTaxes, taxes, total: subtotal + delivery }
}

const euros = (amount: number) => ({ amount, currency: 'EUR' })

export function totalsView(totals: Omit<Totals, 'deliveryTax' | 'lineTaxes'>) {
  return {
    subtotal: euros(totals.subtotal),
    deposit: euros(0),
    discount: euros(0),
    taxRelief: euros(0),
    delivery: euros(totals.delivery),
    tax: euros(totals.tax),
    total: euros(totals.total),
    taxIncluded: true,
    taxes: totals.taxes.map((tax) => ({ ...tax, base: euros(tax.base), amount: euros(tax.amount) })),
    discounts: [],
    bundles: [],
  }
}

function viewOf(row: CartRow) {
  const totals = totalsOf(row)
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    currency: 'EUR',
    locale: 'en',
    lines: row.lines.map((line) => ({
      id: line.id,
      variantId: line.variantId,
      productId: line.productId,
      slug: line.slug,
      sku: line.sku,
      name: line.name,
      choices: line.choices,
      ownFields: [],
      picture: line.picture,
      quantity: line.quantity,
      unitPrice: euros(line.amount),
      measurePrice: null,
      compareAt: line.compareAt === null ? null : euros(line.compareAt),
      lowestIn30Days: line.lowest === null ? null : euros(line.lowest),
      discount: euros(0),
      taxRelief: euros(0),
      total: euros(line.quantity * line.amount),
      available: line.available,
      quantityRule: line.quantityRule,
      promise: null,
      priceHeldUntil: null,
      bundleId: null,
    })),
    bundles: [],
    deposits: [],
    itemCount: row.lines.reduce((sum, line) => sum + line.quantity, 0),
    email: row.email,
    shippingAddress: row.shipping_address,
    billingAddress: row.billing_address,
    needsDelivery: row.lines.some((line) => line.shippable),
    delivery: row.delivery && {
      methodId: row.delivery.methodId,
      name: row.delivery.name,
      price: euros(totals.delivery),
      minDays: row.delivery.minDays,
      maxDays: row.delivery.maxDays,
      pickUp: null,
    },
    codes: [],
    companyName: null,
    taxId: null,
    taxDecision: null,
    totals: totalsView(totals),
    problems: [],
    deliveryProblem: null,
    missing: missingOf(row),
    updatedAt: row.updated_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }
}

export function missingOf(row: CartRow): string[] {
  return [
    ...(row.lines.length === 0 ? ['items'] : []),
    ...(row.email ? [] : ['email']),
    ...(row.shipping_address ? [] : ['shipping_address']),
    ...(row.delivery ? [] : ['delivery']),
  ]
}

export function traceId(): string {
  return randomBytes(16).toString('hex')
}
