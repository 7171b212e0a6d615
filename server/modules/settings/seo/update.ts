/** Changes what search engines are told of the store. Crawlers look when they like: what was listed may stay so for weeks. */
import { sql } from 'kysely'
import { StaleVersion, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Type, Version, type Static } from '#kit/types.ts'
import { settingsChanged } from '../events.ts'
import { currentSettings, settingsSnapshot, type Settings } from '../settings.ts'
import { SeoSettings } from './seo.ts'

const { indexed, hiddenChannels, disallow, titles } = SeoSettings.properties
const given = Type.Object({
  ...patch({ indexed, hiddenChannels, disallow, titles }),
  expectedVersion: Type.Optional(Version),
})

export const update = command({
  id: 'settings.seo.update',
  summary: 'Change what search engines are told of the store',
  description:
    'In a template of titles `{title}` is what the page is called, which it must say, and `{shop}` the store. A page whose own title is set keeps that one.',
  rest: 'PATCH /seo-settings',
  audience: 'staff',
  access: permission('settings.write'),
  input: given,
  output: SeoSettings,
  async run({ expectedVersion, ...change }, ctx) {
    await sql`select from settings.store where id = ${ctx.storeId} for update`.execute(ctx.db)
    const settings = await currentSettings(ctx)
    const before = settings.seo
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      throw StaleVersion({ currentVersion: before.version })
    check(change, settings)
    const after = { ...before, ...change, version: before.version + 1 }
    const row = {
      indexed: after.indexed,
      hidden_channels: after.hiddenChannels,
      disallow: after.disallow,
      titles: JSON.stringify(after.titles),
      version: after.version,
      updated_at: ctx.now(),
    }
    await ctx.db
      .insertInto('settings.seo')
      .values({ store_id: ctx.storeId, ...row })
      .onConflict((clash) => clash.column('store_id').doUpdateSet(row))
      .execute()
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
    ctx.emit(settingsChanged, { ids: [ctx.storeId] })
    ctx.audit({ subject: 'settings.seo', subjectId: ctx.storeId, before, after })
    return after
  },
})

function check({ hiddenChannels = [], titles = [] }: Static<typeof given>, { channels, locales }: Settings) {
  hiddenChannels.forEach((code, index) => {
    if (!channels.some((channel) => channel.code === code))
      throw invalid(`hiddenChannels.${index}`, 'unknown', `No channel is called ${code}.`)
  })
  titles.forEach(({ kind, locale, title }, index) => {
    if (!locales.some(({ code }) => code === locale))
      throw invalid(`titles.${index}.locale`, 'unknown', `The store does not speak ${locale}.`)
    if (titles.findIndex((each) => each.kind === kind && each.locale === locale) < index)
      throw invalid(`titles.${index}`, 'duplicate', `Titles of this kind and language stand above.`)
    if (!title.includes('{title}'))
      throw invalid(
        `titles.${index}.title`,
        'incomplete',
        'It says nowhere {title}: all pages would be called alike.',
      )
    const [unknown] = title.replaceAll(/\{(?:title|shop)\}/g, '').match(/\{[^}]*\}/) ?? []
    if (unknown) throw invalid(`titles.${index}.title`, 'unknown', `${unknown} stands for nothing here.`)
  })
}
