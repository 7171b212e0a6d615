/**
 * A small module that uses every kind of shape once, to show what each surface makes of it.
 *
 * It has no tables and is in no list of modules; its operations are never run against a store.
 */
import { edge } from '#kit/edge.ts'
import { Ids, event } from '#kit/event.ts'
import { failure } from '#kit/failure.ts'
import { by, filters } from '#kit/filter.ts'
import { defineModule } from '#kit/module.ts'
import { Done, command, query, stream, task } from '#kit/operation.ts'
import { pageInput, pageOf } from '#kit/page.ts'
import { patch } from '#kit/patch.ts'
import { anyone, owner, permission, visitor } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import {
  Count,
  Custom,
  Day,
  Decimal,
  Flag,
  Id,
  Instant,
  Int,
  List,
  Minor,
  Money,
  Nullable,
  OneOf,
  Slug,
  Text,
  Type,
  Url,
  Variants,
  Version,
  Words,
  shape,
} from '#kit/types.ts'

export const FileRef = shape('FileRef', { id: Id, url: Url, bytes: Count, type: Text(100) })
const Grade = Words('TeaGrade', 'first_flush', 'second_flush')
const Leaf = shape('TeaLeaf', { name: Text(40), share: Int(0, 100), grade: Grade })
const Blend = shape('TeaBlend', { leaves: List(Leaf, 10), notes: List(Text(40), 5) })

export const Tea = shape('Tea', {
  id: Id,
  version: Version,
  slug: Slug,
  name: Text(80),
  origin: Nullable(Text(80)),
  status: OneOf('open', 'sold_out'),
  grade: Grade,
  price: Money,
  compareAt: Nullable(Money),
  weightGrams: Int(1, 100_000),
  sold: Count,
  caffeine: Decimal,
  pickedOn: Day,
  addedAt: Instant,
  organic: Flag,
  picture: Nullable(FileRef),
  blends: List(Blend, 10),
  custom: Custom,
})

export const Next = Variants('TeaNext', 'kind', [
  shape('TeaNextRedirect', { kind: Type.Literal('redirect'), url: Url }),
  shape('TeaNextWait', { kind: Type.Literal('wait'), seconds: Int(1, 60) }),
  shape('TeaNextDone', { kind: Type.Literal('done') }),
])
export const Gift = Variants('TeaGift', 'kind', [
  shape('TeaGiftCard', { kind: Type.Literal('card'), text: Text(200), amount: Minor }),
  shape('TeaGiftNone', { kind: Type.Literal('none') }),
])

const teaFilters = filters('TeaFilter', {
  price: by(Minor, ['gte', 'lte'], { column: 'tea.price', index: 'tea_by_price' }),
  status: by(OneOf('open', 'sold_out'), ['eq', 'in'], { column: 'tea.status', index: 'tea_by_status' }),
})
const teaSorts = sorts(
  'TeaSort',
  { name: { column: 'tea.name', type: 'text' }, price: { column: 'tea.price', type: 'bigint' } },
  { id: 'tea.id', first: 'name' },
)

export const SoldOut = failure(
  'tea.sold_out',
  409,
  Type.Object({ left: Count }, { additionalProperties: false }),
  ({ left }) => `Only ${left} left.`,
)
export const teasChanged = event('tea.changed', Ids)

const notRun = async (): Promise<never> => {
  throw new Error('This shop is a drawing.')
}
const mine = owner(async () => {})

export const list = query({
  id: 'tea.list',
  summary: 'Teas on the shelf',
  rest: 'GET /teas',
  audience: 'shop',
  access: anyone,
  input: Type.Object({
    ...pageInput,
    search: Type.Optional(Text(80)),
    filter: Type.Optional(teaFilters.shape),
    sort: Type.Optional(teaSorts.shape),
  }),
  output: pageOf(Tea),
  run: notRun,
})
export const order = task({
  id: 'tea.order',
  summary: 'Order a tea',
  rest: 'POST /teas/:teaId/orders',
  audience: 'shop',
  access: visitor,
  idempotency: 'required',
  status: 201,
  input: Type.Object({
    teaId: Id,
    quantity: Int(1, 99),
    gift: Type.Optional(Gift),
    wishes: List(Text(80), 3),
    custom: Type.Optional(Custom),
  }),
  output: shape('TeaOrder', { id: Id, total: Money, next: Next }),
  failures: [SoldOut],
  begin: notRun,
  call: notRun,
  settle: notRun,
  resume: notRun,
})
export const follow = stream({
  id: 'tea.follow',
  summary: 'A tea, as it changes',
  rest: 'GET /teas/:teaId/live',
  audience: 'shop',
  access: mine,
  input: Type.Object({ teaId: Id }),
  output: Tea,
  events: [teasChanged],
  topic: ({ teaId }) => teaId,
  run: notRun,
})
export const update = command({
  id: 'tea.shelf.update',
  summary: 'Change a tea',
  rest: 'PATCH /teas/:teaId',
  audience: 'staff',
  access: permission('tea.write'),
  input: Type.Object({
    teaId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({
      name: Text(80),
      origin: Nullable(Text(80)),
      blends: List(Blend, 10),
      status: OneOf('open', 'sold_out'),
    }),
  }),
  output: Tea,
  run: notRun,
})
export const remove = command({
  id: 'tea.shelf.remove',
  summary: 'Take a tea off the shelf',
  rest: 'DELETE /teas/:teaId',
  audience: 'staff',
  access: permission('tea.write'),
  input: Type.Object({ teaId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  run: notRun,
})

const Review = shape('TeaReview', { id: Id, stars: Int(1, 5), text: Text(2000) })
const rarity = shape('TeaRarity', { id: Id, rank: Int(1, 10) })

export const teaShop = defineModule({
  name: 'tea',
  operations: [list, order, follow, update, remove],
  events: [teasChanged],
  edges: [
    edge({
      from: 'Tea',
      name: 'reviews',
      to: Review,
      many: true,
      access: anyone,
      cost: 1,
      limit: 20,
      load: async () => new Map(),
    }),
    edge({
      from: 'Tea',
      name: 'rarity',
      to: rarity,
      many: false,
      access: anyone,
      cost: 1,
      included: true,
      load: async () => new Map(),
    }),
  ],
  permissions: { 'tea.write': 'Change the teas' },
})

export const teaApp = { modules: [teaShop], operations: teaShop.operations }
