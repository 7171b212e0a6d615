import { sql } from 'kysely'
import { failure, invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Key, Text, Type } from '#kit/types.ts'
import { settingsChanged } from '../events.ts'
import { Channel, currentSettings, settingsSnapshot } from '../settings.ts'

const MOST_CHANNELS = 50

export const ChannelCodeTaken = failure(
  'settings.channel_code_taken',
  409,
  Type.Object({ code: Key }, { additionalProperties: false }),
  {
    en: ({ code }) => `There is a channel called ${code} already.`,
    de: ({ code }) => `Es gibt schon einen Kanal namens ${code}.`,
    ar: ({ code }) => `توجد قناة باسم ${code} من قبل.`,
  },
)

const { holdMinutes, holdOnCheckout, gaplessNumbers } = Channel.properties

export const create = command({
  id: 'settings.channels.create',
  summary: 'Add a sales channel',
  description:
    'Callers name it by `code` in the header `Quayside-Channel`. What is not said to be sold in other channels alone is sold in it at once.',
  rest: 'POST /channels',
  audience: 'staff',
  access: permission('settings.write'),
  status: 201,
  input: Type.Object({
    code: Key,
    name: Text(120),
    holdMinutes: Type.Optional(holdMinutes),
    holdOnCheckout: Type.Optional(holdOnCheckout),
    gaplessNumbers: Type.Optional(gaplessNumbers),
  }),
  output: Channel,
  failures: [ChannelCodeTaken],
  async run({ name, code, ...given }, ctx) {
    await sql`select 1 from settings.store where id = ${ctx.storeId} for update`.execute(ctx.db)
    const { channels } = await currentSettings(ctx)
    if (channels.some((channel) => channel.code === code)) throw ChannelCodeTaken({ code })
    if (channels.length >= MOST_CHANNELS)
      throw invalid('code', 'too_many', `A store has ${MOST_CHANNELS} channels at most.`)
    const made = {
      id: newId(),
      code,
      name: tidy(name),
      holdMinutes: 15,
      holdOnCheckout: false,
      gaplessNumbers: false,
      ...given,
    }
    await sql`insert into settings.channel (id, store_id, code, name, hold_minutes, hold_on_checkout, gapless_numbers, created_at, updated_at)
      values (${made.id}, ${ctx.storeId}, ${code}, ${made.name}, ${made.holdMinutes}, ${made.holdOnCheckout}, ${made.gaplessNumbers}, ${ctx.now()}, ${ctx.now()})`.execute(
      ctx.db,
    )
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
    ctx.emit(settingsChanged, { ids: [ctx.storeId] })
    ctx.audit({ subject: 'settings.channel', subjectId: made.id, before: null, after: made })
    return made
  },
})
