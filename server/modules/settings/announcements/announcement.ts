/** What shoppers are told for a time: in a bar above the pages, or in place of them while the shop is closed. */
import { sql, type RawBuilder } from 'kysely'
import { hashToken } from '#kit/id.ts'
import {
  Flag,
  Id,
  Instant,
  List,
  Locale,
  Nullable,
  OneOf,
  Text,
  Version,
  shape,
  type Static,
} from '#kit/types.ts'

export const MOST_ANNOUNCEMENTS = 200

export const AnnouncementKind = OneOf('bar', 'maintenance')
export const AnnouncementText = shape('AnnouncementText', { locale: Locale, text: Text(300) })

export const Announcement = shape('Announcement', {
  id: Id,
  kind: AnnouncementKind,
  /** Null: in every channel. */
  channelId: Nullable(Id),
  startsAt: Instant,
  /** Null: until it is archived. */
  endsAt: Nullable(Instant),
  /** A page of the shop, such as `/collections/winter`; null: it leads nowhere. */
  link: Nullable(Text(300)),
  dismissible: Flag,
  texts: List(AnnouncementText, 50),
  version: Version,
})
export type Announcement = Static<typeof Announcement>

/** As it is held in memory. */
export type HeldAnnouncement = Announcement & { bypassHash: string | null }

/** All of the store `s` that are not archived, as JSON; the newest to start first. */
export const announcementsOf: RawBuilder<HeldAnnouncement[]> = sql<HeldAnnouncement[]>`coalesce((
  select json_agg(json_build_object('id', a.id, 'kind', a.kind, 'channelId', a.channel_id, 'startsAt', kit.utc(a.starts_at), 'endsAt', kit.utc(a.ends_at),
    'link', a.link, 'dismissible', a.dismissible, 'version', a.version, 'bypassHash', encode(a.bypass_hash, 'hex'),
    'texts', (select json_agg(json_build_object('locale', t.locale, 'text', t.text) order by t.locale)
      from settings.announcement_text t where t.announcement_id = a.id)) order by a.starts_at desc, a.id)
  from settings.announcement a where a.store_id = s.id and a.archived_at is null), '[]')`

/** What is told in a channel now. */
export function toldNow(all: HeldAnnouncement[], channelId: string, now: Date): HeldAnnouncement[] {
  const at = now.toISOString()
  return all.filter(
    (each) =>
      (each.channelId === null || each.channelId === channelId) &&
      each.startsAt <= at &&
      (each.endsAt === null || at < each.endsAt),
  )
}

/** Whether a token lets somebody in while this closes the shop. */
export const letsIn = ({ bypassHash }: HeldAnnouncement, token: string | undefined): boolean =>
  token !== undefined && hashToken(token).toString('hex') === bypassHash

/** The text in the first of these languages that it has; else whichever there is. */
export const textIn = ({ texts }: Announcement, locales: string[]): string =>
  locales.map((locale) => texts.find((each) => each.locale === locale)?.text).find(Boolean) ??
  texts[0]?.text ??
  ''

/** What staff see of it: all but its token. */
export function shown(held: HeldAnnouncement): Announcement {
  const { id, kind, channelId, startsAt, endsAt, link, dismissible, texts, version } = held
  return { id, kind, channelId, startsAt, endsAt, link, dismissible, texts, version }
}
