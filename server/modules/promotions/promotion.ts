/** A promotion as staff see it: what it takes off, when, for whom, how often, and how far it has been used. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion } from '#kit/failure.ts'
import {
  Count,
  Currency,
  Flag,
  Id,
  Instant,
  Int,
  List,
  Locale,
  MAX_SAFE,
  Nullable,
  Text,
  Type,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'

const MOST_TARGETS = 500
const MOST_TIERS = 50

export const PromotionKind = Words(
  'PromotionKind',
  'percentage',
  'amount',
  'free_delivery',
  'buy_x_get_y',
  'tiers',
)
export const PromotionState = Words('PromotionState', 'scheduled', 'running', 'over', 'archived')

/** Minor units of the currency beside it. */
const Sum = Type.Integer({ minimum: 1, maximum: MAX_SAFE, scalar: 'Minor' })
const Times = Int(1, 1_000_000)
const BasisPoints = Int(1, 10_000)

const PromotionName = shape('PromotionName', { locale: Locale, name: Text(120) })
const sum = {
  currency: Currency,
  /** What an `amount` takes off. */
  offAmount: Nullable(Sum),
  /** The goods it is for must be worth this, before discounts. */
  minimumAmount: Nullable(Sum),
  /** What may be given away in all. */
  budgetAmount: Nullable(Sum),
}
const PromotionSum = shape('PromotionSum', { ...sum, spentAmount: Count })
const NewPromotionSum = shape('NewPromotionSum', {
  currency: Currency,
  offAmount: Type.Optional(Nullable(Sum)),
  minimumAmount: Type.Optional(Nullable(Sum)),
  budgetAmount: Type.Optional(Nullable(Sum)),
})
const PromotionTier = shape('PromotionTier', {
  fromQuantity: Nullable(Int(1, 1_000_000)),
  fromAmount: Nullable(Sum),
  currency: Nullable(Currency),
  basisPoints: BasisPoints,
})
const NewPromotionTier = shape('NewPromotionTier', {
  fromQuantity: Type.Optional(Nullable(Int(1, 1_000_000))),
  fromAmount: Type.Optional(Nullable(Sum)),
  currency: Type.Optional(Nullable(Currency)),
  basisPoints: BasisPoints,
})

/** What can be changed later, beside texts and sums. */
const plain = {
  exclusive: Flag,
  priority: Int(-1_000_000, 1_000_000),
  basisPoints: Nullable(BasisPoints),
  buyQuantity: Nullable(Int(1, 1000)),
  getQuantity: Nullable(Int(1, 1000)),
  minimumQuantity: Nullable(Times),
  firstOrderOnly: Flag,
  channelIds: List(Id, 50),
  /** Groups of customers it is for; empty: for everybody. */
  groupIds: List(Id, 50),
  usageLimit: Nullable(Times),
  customerLimit: Nullable(Times),
  startsAt: Nullable(Instant),
  endsAt: Nullable(Instant),
  productIds: List(Id, MOST_TARGETS),
  categoryIds: List(Id, MOST_TARGETS),
  collectionIds: List(Id, MOST_TARGETS),
}

export const Promotion = shape('Promotion', {
  id: Id,
  kind: PromotionKind,
  state: PromotionState,
  /** False: it holds by itself. */
  needsCode: Flag,
  names: List(PromotionName, 30),
  ...plain,
  sums: List(PromotionSum, 30),
  tiers: List(PromotionTier, MOST_TIERS),
  used: Count,
  version: Version,
})
export type Promotion = Static<typeof Promotion>

export const fields = {
  names: List(PromotionName, 30, { minItems: 1 }),
  ...plain,
  sums: List(NewPromotionSum, 30),
  tiers: List(NewPromotionTier, MOST_TIERS),
}
export const given = Type.Object(fields)
export type Given = Static<typeof given>

/** The columns of `p`, with all that belongs to it; `now` decides about its state. */
export function columns(now: Date): RawBuilder<unknown> {
  return sql`p.id, p.kind, p.needs_code as "needsCode", p.exclusive, p.priority, p.basis_points as "basisPoints",
    p.buy_quantity as "buyQuantity", p.get_quantity as "getQuantity", p.minimum_quantity as "minimumQuantity",
    p.first_order_only as "firstOrderOnly", to_json(p.channel_ids) as "channelIds", to_json(p.group_ids) as "groupIds", p.usage_limit as "usageLimit",
    p.customer_limit as "customerLimit", p.used, p.version, kit.utc(p.starts_at) as "startsAt", kit.utc(p.ends_at) as "endsAt",
    case when p.archived_at is not null then 'archived' when p.ends_at <= ${now} then 'over' when p.starts_at > ${now} then 'scheduled' else 'running' end as state,
    coalesce((select json_agg(json_build_object('locale', t.locale, 'name', t.name) order by t.locale)
      from promotions.promotion_text t where t.promotion_id = p.id), '[]') as names,
    coalesce((select json_agg(json_build_object('currency', s.currency, 'offAmount', s.off_amount, 'minimumAmount', s.minimum_amount,
      'budgetAmount', s.budget_amount, 'spentAmount', s.spent_amount) order by s.currency) from promotions.sum s where s.promotion_id = p.id), '[]') as sums,
    coalesce((select json_agg(json_build_object('fromQuantity', t.from_quantity, 'fromAmount', t.from_amount, 'currency', t.currency,
      'basisPoints', t.basis_points) order by t.position) from promotions.tier t where t.promotion_id = p.id), '[]') as tiers,
    coalesce((select json_agg(t.product_id order by t.position) from promotions.target t where t.promotion_id = p.id and t.product_id is not null), '[]') as "productIds",
    coalesce((select json_agg(t.category_id order by t.position) from promotions.target t where t.promotion_id = p.id and t.category_id is not null), '[]') as "categoryIds",
    coalesce((select json_agg(t.collection_id order by t.position) from promotions.target t where t.promotion_id = p.id and t.collection_id is not null), '[]') as "collectionIds"`
}

export async function readPromotion(ctx: Ctx, id: string): Promise<Promotion> {
  const { rows } = await sql<Promotion>`select ${columns(ctx.now())} from promotions.promotion p
    where p.store_id = ${ctx.storeId} and p.id = ${id}`.execute(ctx.db)
  if (!rows[0]) throw NotFound({})
  return rows[0]
}

/** Locked, with all counts that hang on it; archived ones are not found. */
export async function lockPromotion(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<Promotion> {
  const { rows } = await sql<{ version: number }>`select version from promotions.promotion
    where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for no key update`.execute(ctx.db)
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return readPromotion(ctx, id)
}
