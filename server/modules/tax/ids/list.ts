/** What was asked about tax ids and answered: the evidence. */
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Instant, Nullable, Text, Type, Words, shape } from '#kit/types.ts'
import { TaxIdInput, taxIdOf } from '../../customers/index.ts'

const TaxIdState = Words('TaxIdState', 'wanted', 'unanswered', 'valid', 'invalid')

const TaxIdCheck = shape('TaxIdCheck', {
  id: Id,
  taxId: Text(20),
  state: TaxIdState,
  /** The store's own id, as it asked. */
  requester: Nullable(Text(20)),
  provider: Text(80),
  wantedAt: Instant,
  answeredAt: Nullable(Instant),
  consultationNumber: Nullable(Text(80)),
  traderName: Nullable(Text(200)),
  traderAddress: Nullable(Text(400)),
})

const order = sorts(
  'TaxIdCheckSort',
  { wanted: { column: 'k.wanted_at', type: 'timestamptz' } },
  { id: 'k.id', first: '-wanted' },
)

export const list = query({
  id: 'tax.ids.list',
  summary: 'What was asked about tax ids, and the answers',
  rest: 'GET /tax/ids',
  audience: 'staff',
  access: permission('tax.read'),
  input: Type.Object({ taxId: Type.Optional(TaxIdInput), state: Type.Optional(TaxIdState), ...pageInput }),
  output: pageOf(TaxIdCheck),
  async run({ taxId, state, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('tax.id_check as k')
      .select([
        'k.id',
        'k.tax_id as taxId',
        'k.state',
        'k.requester',
        'k.provider',
        'k.wanted_at as wantedAt',
        'k.answered_at as answeredAt',
        'k.consultation_number as consultationNumber',
        'k.trader_name as traderName',
        'k.trader_address as traderAddress',
      ])
      .where('k.store_id', '=', ctx.storeId)
    if (taxId) found = found.where('k.tax_id', '=', taxIdOf(taxId, 'taxId').id)
    if (state) found = found.where('k.state', '=', state)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return {
      items: rows.map((row) => ({
        ...row,
        wantedAt: row.wantedAt.toISOString(),
        answeredAt: row.answeredAt?.toISOString() ?? null,
      })),
      ...rest,
    }
  },
})
