/** A new deposit; `pricing.deposits.assign` says what it goes with. */
import { sql } from 'kysely'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Key, Type } from '#kit/types.ts'
import { depositsChanged } from '../events.ts'
import { depositsSnapshot } from './asked.ts'
import {
  Deposit,
  DepositKeyTaken,
  MOST_DEPOSITS,
  checkDeposit,
  depositFields,
  lockDeposit,
  writeDetails,
} from './deposit.ts'

export const TooManyDeposits = failure(
  'pricing.too_many_deposits',
  409,
  Type.Object({ limit: Count }, { additionalProperties: false }),
  {
    en: ({ limit }) => `A store has ${limit} deposits at most; archive those that are no longer asked.`,
    de: ({ limit }) =>
      `Ein Shop hat höchstens ${limit} Pfandarten; archivieren Sie, was nicht mehr verlangt wird.`,
    ar: ({ limit }) => `الحد الأقصى لأنواع التأمين في المتجر ${limit}؛ أرشِف ما لم يعد مطلوباً.`,
  },
)

export const create = command({
  id: 'pricing.deposits.create',
  summary: 'Add a deposit',
  description:
    'Asked beside the price and given back with what it is for. No promotion reduces it, and no minimum or free delivery counts it.',
  rest: 'POST /deposits',
  audience: 'staff',
  access: permission('pricing.write'),
  status: 201,
  input: Type.Object({
    key: Key,
    ...depositFields,
    taxCategoryId: Type.Optional(depositFields.taxCategoryId),
  }),
  output: Deposit,
  failures: [DepositKeyTaken, TooManyDeposits],
  async run({ key, taxCategoryId = null, texts, amounts }, ctx) {
    await checkDeposit(ctx, { taxCategoryId, texts, amounts })
    await sql`select pg_advisory_xact_lock(hashtextextended(${`pricing.deposits ${ctx.storeId}`}, 0))`.execute(
      ctx.db,
    )
    const { rows } = await sql<{ count: number; taken: boolean }>`
      select count(*)::int as count, coalesce(bool_or(key = ${key}), false) as taken from pricing.deposit
      where store_id = ${ctx.storeId} and archived_at is null`.execute(ctx.db)
    if (rows[0]!.taken) throw DepositKeyTaken({ key })
    if (rows[0]!.count >= MOST_DEPOSITS) throw TooManyDeposits({ limit: MOST_DEPOSITS })
    const id = newId()
    await sql`insert into pricing.deposit (id, store_id, key, tax_category_id, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${key}, ${taxCategoryId}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    await writeDetails(ctx, id, { taxCategoryId, texts, amounts })
    await ctx.app.snapshots.changed(depositsSnapshot, ctx)
    const after = await lockDeposit(ctx, id)
    ctx.emit(depositsChanged, { ids: [id] })
    ctx.audit({ subject: 'pricing.deposit', subjectId: id, before: null, after })
    return after
  },
})
