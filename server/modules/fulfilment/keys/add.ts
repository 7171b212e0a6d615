/** Puts licence keys into the pool of a variant. Whoever waits for one gets it: the oldest order first. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { blindIndex, seal } from '#kit/seal.ts'
import { Id, List, Text, Type } from '#kit/types.ts'
import { lockVariant } from '../digital/set.ts'
import { DigitalTerms, readTerms } from '../digital/terms.ts'
import { keysAdded } from '../events.ts'
import { PURPOSE, countPool, poolPlace } from './pool.ts'

const MOST_KEYS = 1000
/** Of a key, shown to staff to speak of it. */
const ENDING = 4

export const add = command({
  id: 'fulfilment.keys.add',
  summary: 'Put licence keys into a pool',
  description: 'All or none: a key that is in the pool already is refused by its place in the list.',
  rest: 'POST /variants/:variantId/licence-keys',
  audience: 'staff',
  access: permission('catalog.write'),
  idempotency: 'optional',
  status: 201,
  input: Type.Object({ variantId: Id, keys: List(Text(500), MOST_KEYS, { minItems: 1 }) }),
  output: DigitalTerms,
  async run({ variantId, keys }, ctx) {
    await lockVariant(ctx, variantId)
    const before = await readTerms(ctx, variantId)
    if (before.keys === 'none')
      throw invalid('variantId', 'no_keys', 'This is handed over without licence keys.')
    const { secret } = ctx.app.config
    const given = keys.map((each) => {
      const text = each.trim()
      const sealed = seal(secret, PURPOSE, text).toString('hex')
      return {
        id: newId(),
        sealed,
        fingerprint: blindIndex(secret, PURPOSE, text).toString('hex'),
        ending: text.slice(-ENDING),
      }
    })
    given.forEach(({ fingerprint }, index) => {
      if (given.findIndex((each) => each.fingerprint === fingerprint) < index)
        throw invalid(`keys.${index}`, 'duplicate', 'This key is named twice.')
    })
    const { rows } = await sql<{ fingerprint: string }>`
      insert into fulfilment.licence_key (id, store_id, variant_id, sealed, fingerprint, ending, state, created_at)
      select id, ${ctx.storeId}, ${variantId}, decode(sealed, 'hex'), decode(fingerprint, 'hex'), ending, 'free', ${ctx.now()}
      from json_to_recordset(${JSON.stringify(given)}) as k(id uuid, sealed text, fingerprint text, ending text)
      on conflict on constraint licence_key_once do nothing returning encode(fingerprint, 'hex') as fingerprint`.execute(
      ctx.db,
    )
    const added = new Set(rows.map((row) => row.fingerprint))
    const known = given.findIndex(({ fingerprint }) => !added.has(fingerprint))
    if (known >= 0) throw invalid(`keys.${known}`, 'taken', 'This key is or was in the pool already.')
    if (before.keys === 'sold_out')
      await countPool(ctx, variantId, await poolPlace(ctx), given.length, 'fulfilment.keys.add')
    ctx.emit(keysAdded, { ids: [variantId] })
    const after = await readTerms(ctx, variantId)
    ctx.audit({ subject: 'fulfilment.digital', subjectId: variantId, before, after })
    return after
  },
})
