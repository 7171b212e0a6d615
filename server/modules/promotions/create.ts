import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Type } from '#kit/types.ts'
import { Promotion, PromotionKind, fields, readPromotion, type Given } from './promotion.ts'
import { checkPromotion, writeParts } from './write.ts'

const { names, ...rest } = fields

export const NOTHING_ELSE: Omit<Given, 'names'> = {
  exclusive: false,
  priority: 0,
  basisPoints: null,
  buyQuantity: null,
  getQuantity: null,
  minimumQuantity: null,
  firstOrderOnly: false,
  channelIds: [],
  groupIds: [],
  usageLimit: null,
  customerLimit: null,
  startsAt: null,
  endsAt: null,
  productIds: [],
  categoryIds: [],
  collectionIds: [],
  sums: [],
  tiers: [],
}

export const create = command({
  id: 'promotions.create',
  summary: 'Add a promotion',
  description:
    'It holds by itself, or with one of its codes. Without products and categories it is for the whole order; an `exclusive` one stands alone.',
  rest: 'POST /promotions',
  audience: 'staff',
  access: permission('promotions.write'),
  status: 201,
  input: Type.Object({
    kind: PromotionKind,
    needsCode: Type.Optional(Flag),
    names,
    ...Type.Partial(Type.Object(rest)).properties,
  }),
  output: Promotion,
  async run({ kind, needsCode = false, ...given }, ctx) {
    const next = { ...NOTHING_ELSE, ...given } as Given
    await checkPromotion(ctx, kind, next, NOTHING_ELSE)
    const id = newId()
    await sql`insert into promotions.promotion (id, store_id, kind, needs_code, exclusive, priority, basis_points, buy_quantity, get_quantity,
        minimum_quantity, first_order_only, channel_ids, group_ids, usage_limit, customer_limit, starts_at, ends_at, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${kind}, ${needsCode}, ${next.exclusive}, ${next.priority}, ${next.basisPoints}, ${next.buyQuantity},
        ${next.getQuantity}, ${next.minimumQuantity}, ${next.firstOrderOnly}, ${next.channelIds}, ${next.groupIds}, ${next.usageLimit}, ${next.customerLimit},
        ${next.startsAt}, ${next.endsAt}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    await writeParts(ctx, id, next)
    const after = await readPromotion(ctx, id)
    ctx.audit({ subject: 'promotions.promotion', subjectId: id, before: null, after })
    return after
  },
})
