/**
 * Times of the day in cron's five fields: minute, hour, day of the month, month, day of the week.
 *
 * `30 2 * * 1-5` is half past two on working days in the zone given. When the clocks
 * change, an hour that is named happens once: what falls into the missing hour runs an
 * hour later, what falls into the doubled one runs at its first. With `*` for the hour,
 * real time counts: every quarter of an hour stays one.
 */

export interface Cron {
  minutes: Set<number>
  hours: Set<number>
  days: Set<number>
  months: Set<number>
  /** 0 to 6 from Sunday. */
  weekdays: Set<number>
  everyHour: boolean
  /** As in every cron: with both kinds of day named, either will do. */
  eitherDay: boolean
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
/** 29 February may be eight years away. */
const FAR_DAYS = 366 * 9

/** Throws at the start of the store, naming the field that cannot be read. */
export function parseCron(text: string): Cron {
  const fields = text.trim().toLowerCase().split(/\s+/)
  if (fields.length !== 5) throw new Error(`"${text}" is no cron time: it needs five fields.`)
  const [minute, hour, day, month, weekday] = fields as [string, string, string, string, string]
  const read = (field: string, least: number, most: number, names: string[] = []) =>
    valuesOf(field, least, most, names, text)
  return {
    minutes: read(minute, 0, 59),
    hours: read(hour, 0, 23),
    days: read(day, 1, 31),
    months: read(month, 1, 12, MONTHS),
    weekdays: new Set([...read(weekday, 0, 7, WEEKDAYS)].map((each) => each % 7)),
    everyHour: hour.startsWith('*'),
    eitherDay: !day.startsWith('*') && !weekday.startsWith('*'),
  }
}

function valuesOf(field: string, least: number, most: number, names: string[], text: string): Set<number> {
  const wrong = () => new Error(`"${text}" is no cron time: "${field}" cannot be read.`)
  const offset = names[0] === 'jan' ? 1 : 0
  const number = (word: string) => {
    const value = names.includes(word) ? names.indexOf(word) + offset : /^\d{1,2}$/.test(word) ? +word : NaN
    if (!(value >= least && value <= most)) throw wrong()
    return value
  }
  const found = new Set<number>()
  for (const part of field.split(',')) {
    const [range = '', step = '1', more] = part.split('/')
    if (more !== undefined || !/^[1-9]\d?$/.test(step)) throw wrong()
    const [first = '', last, rest] = range.split('-')
    if (rest !== undefined) throw wrong()
    const from = first === '*' ? least : number(first)
    const to = first === '*' ? most : last !== undefined ? number(last) : part.includes('/') ? most : from
    if (to < from || (first === '*' && last !== undefined)) throw wrong()
    for (let value = from; value <= to; value += Number(step)) found.add(value)
  }
  return found
}

/** The first time after `from`; null when there is none within nine years. */
export function nextTime(cron: Cron, timeZone: string, from: Date): Date | null {
  return seek(cron, timeZone, from, 1)
}

/** The last time at or before `until`. */
export function lastTime(cron: Cron, timeZone: string, until: Date): Date | null {
  return seek(cron, timeZone, until, -1)
}

function seek(cron: Cron, timeZone: string, at: Date, direction: 1 | -1): Date | null {
  const edge = at.getTime()
  let day = Temporal.Instant.fromEpochMilliseconds(edge).toZonedDateTimeISO(timeZone).toPlainDate()
  for (let tries = 0; tries < FAR_DAYS; tries++, day = day.add({ days: direction })) {
    if (!isDay(cron, day)) continue
    const times = timesOf(cron, timeZone, day)
    const found = direction > 0 ? times.find((time) => time > edge) : times.findLast((time) => time <= edge)
    if (found !== undefined) return new Date(found)
  }
  return null
}

function isDay(cron: Cron, day: Temporal.PlainDate): boolean {
  if (!cron.months.has(day.month)) return false
  const [byDate, byWeekday] = [cron.days.has(day.day), cron.weekdays.has(day.dayOfWeek % 7)]
  return cron.eitherDay ? byDate || byWeekday : byDate && byWeekday
}

function timesOf(cron: Cron, timeZone: string, day: Temporal.PlainDate): number[] {
  const times = new Set<number>()
  for (const hour of cron.hours) {
    for (const minute of cron.minutes) {
      const wall = day.toPlainDateTime({ hour, minute })
      const first = wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' })
      if (!cron.everyHour) times.add(first.epochMilliseconds)
      else if (first.toPlainDateTime().equals(wall)) {
        times.add(first.epochMilliseconds)
        times.add(wall.toZonedDateTime(timeZone, { disambiguation: 'later' }).epochMilliseconds)
      }
    }
  }
  return [...times].sort((a, b) => a - b)
}
