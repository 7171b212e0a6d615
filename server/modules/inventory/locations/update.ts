/**
 * Changes a place; what is left out stays.
 *
 * An address can be replaced but not taken away: buyers may be on their way there.
 */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Country, Id, Int, Text, Type, Version } from '#kit/types.ts'
import { AddressInput } from '../../customers/index.ts'
import { placesSnapshot } from '../places.ts'
import { LeadDays, StockLocation } from '../shapes.ts'
import { addressThere, columns, lockLocation } from './location.ts'

export const update = command({
  id: 'inventory.locations.update',
  summary: 'Change a place where stock lies',
  description: '`leadDays` are added to the delivery promise of what comes from there.',
  rest: 'PATCH /stock-locations/:locationId',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    locationId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({
      name: Text(120),
      country: Country,
      position: Int(0, 10_000),
      leadDays: LeadDays,
      address: AddressInput,
    }),
  }),
  output: StockLocation,
  async run({ locationId, expectedVersion, name, address: given, ...changes }, ctx) {
    const before = await lockLocation(ctx, locationId, expectedVersion)
    const next = { ...before, ...changes, ...(name === undefined ? {} : { name: tidy(name) }) }
    const address = given ?? before.address
    const checked = address && addressThere(address, next.country)
    const { rows } = await sql<StockLocation>`
      update inventory.location set name = ${next.name}, country = ${next.country}, position = ${next.position}, lead_days = ${next.leadDays},
        address = ${checked && JSON.stringify(checked)}::jsonb, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${locationId} returning ${columns}`.execute(ctx.db)
    const [after] = rows
    await ctx.app.snapshots.changed(placesSnapshot, ctx)
    ctx.audit({ subject: 'inventory.location', subjectId: locationId, before, after })
    return after!
  },
})
