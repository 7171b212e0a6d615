/** Points in time and days, written for people in the shop's zone. */
const LOOKS = {
  /** `12 March 2026`. */
  day: { dateStyle: 'long' },
  /** `12 Mar 2026`. */
  shortDay: { dateStyle: 'medium' },
  /** `Thu, 12 Mar`. */
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
  longMinute: { dateStyle: 'long', timeStyle: 'short' },
  clock: { timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>
export type DateLook = keyof typeof LOOKS

interface How {
  look: DateLook
  locale: string
  timeZone: string
}

const formats = new Map<string, Intl.DateTimeFormat>()
const MOST_FORMATS = 500

function formatOf({ look, locale, timeZone }: How): Intl.DateTimeFormat {
  const key = `${look} ${locale} ${timeZone}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...LOOKS[look], timeZone })
  if (formats.size < MOST_FORMATS) formats.set(key, made)
  return made
}

const isDay = (at: string) => at.length === '2026-03-12'.length

/** A day such as `2026-03-12` is the same day everywhere, whatever the zone. */
export function formatDate(at: string, how: How): string {
  return formatOf(isDay(at) ? { ...how, timeZone: 'UTC' } : how).format(new Date(at))
}

/** From one day to another: `24 – 26 Nov`. */
export function formatDays(first: string, last: string, locale: string): string {
  return formatOf({ look: 'weekday', locale, timeZone: 'UTC' }).formatRange(new Date(first), new Date(last))
}

/** The day that an instant belongs to somewhere: `2026-11-24`. For counting, never for reading. */
export function dayIn(at: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(at))
}
