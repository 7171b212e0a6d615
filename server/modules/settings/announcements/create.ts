/**
 * Announces something to shoppers for a time. As `maintenance` it closes the shop to them meanwhile: pages say so, the API
 * answers 503, staff and whoever has the link work on, and jobs, webhooks and payments under way are not touched.
 */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { hashToken, newId, newToken } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Id, Instant, List, Nullable, Text, Token, Type, shape } from '#kit/types.ts'
import { settingsChanged } from '../events.ts'
import { currentSettings, settingsSnapshot } from '../settings.ts'
import { Announcement, AnnouncementKind, AnnouncementText, MOST_ANNOUNCEMENTS } from './announcement.ts'

/** An address of the shop itself, as a browser reads it. */
const OWN_PAGE = /^\/(?![/\\])/

export const create = command({
  id: 'settings.announcements.create',
  summary: 'Announce something to shoppers, or close the shop for maintenance',
  description:
    'From `startsAt` (now, without it) until `endsAt`. Of maintenance the answer has a token, told this once: `/open/<token>` and the header `Quayside-Bypass` let in all the same.',
  rest: 'POST /announcements',
  audience: 'staff',
  access: permission('settings.write'),
  status: 201,
  input: Type.Object({
    kind: AnnouncementKind,
    channelId: Type.Optional(Nullable(Id)),
    startsAt: Type.Optional(Instant),
    endsAt: Type.Optional(Nullable(Instant)),
    link: Type.Optional(Nullable(Text(300))),
    dismissible: Type.Optional(Flag),
    texts: List(AnnouncementText, 50, { minItems: 1 }),
  }),
  output: shape('NewAnnouncement', { announcement: Announcement, bypassToken: Nullable(Token) }),
  async run({ kind, channelId = null, startsAt, endsAt = null, link = null, dismissible, texts }, ctx) {
    await sql`select 1 from settings.store where id = ${ctx.storeId} for update`.execute(ctx.db)
    const { channels, locales, announcements } = await currentSettings(ctx)
    if (announcements.length >= MOST_ANNOUNCEMENTS)
      throw invalid('texts', 'too_many', `A store has ${MOST_ANNOUNCEMENTS} announcements at most.`)
    if (channelId !== null && !channels.some(({ id }) => id === channelId))
      throw invalid('channelId', 'unknown', 'The store has no such channel.')
    const from = startsAt ?? ctx.now().toISOString()
    if (endsAt !== null && endsAt <= from) throw invalid('endsAt', 'too_early', 'It ends after it has begun.')
    if (link !== null && !OWN_PAGE.test(link))
      throw invalid('link', 'format', 'A link is a page of the shop, such as /collections/winter.')
    texts.forEach(({ locale }, index) => {
      if (!locales.some(({ code }) => code === locale))
        throw invalid(`texts.${index}.locale`, 'unknown', `The store does not speak ${locale}.`)
      if (texts.findIndex((each) => each.locale === locale) < index)
        throw invalid(`texts.${index}.locale`, 'duplicate', `${locale} is named above.`)
    })
    const bypassToken = kind === 'maintenance' ? newToken() : null
    const announcement = {
      id: newId(),
      kind,
      channelId,
      startsAt: from,
      endsAt,
      link,
      dismissible: kind === 'bar' && (dismissible ?? true),
      texts,
      version: 1,
    }
    await sql`
      with made as (
        insert into settings.announcement (id, store_id, kind, channel_id, starts_at, ends_at, link, dismissible, bypass_hash, created_at, updated_at)
        values (${announcement.id}, ${ctx.storeId}, ${kind}, ${channelId}, ${from}, ${endsAt}, ${link}, ${announcement.dismissible},
          ${bypassToken && hashToken(bypassToken)}, ${ctx.now()}, ${ctx.now()})
      )
      insert into settings.announcement_text (store_id, announcement_id, locale, text)
      select ${ctx.storeId}, ${announcement.id}, locale, text from json_to_recordset(${JSON.stringify(texts)}) as t(locale text, text text)`.execute(
      ctx.db,
    )
    await ctx.app.snapshots.changed(settingsSnapshot, ctx)
    ctx.emit(settingsChanged, { ids: [ctx.storeId] })
    ctx.audit({
      subject: 'settings.announcement',
      subjectId: announcement.id,
      before: null,
      after: announcement,
    })
    return { announcement, bypassToken }
  },
})
