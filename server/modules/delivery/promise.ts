/**
 * When goods arrive: the days until they leave, then those of the way, both counted in the store's working days.
 *
 * What is ordered after the cut-off, or on a day without work, counts from the next working day. Days, not moments:
 * all in the store's zone.
 */
import { days, minutes } from '#kit/clock.ts'
import type { Calendar } from './rules.ts'

export interface Journey {
  /** Until the goods leave their place. */
  leadDays: number
  minDays: number
  maxDays: number
}

/** Days from today until the goods are there. */
export interface Promised {
  minDays: number
  maxDays: number
}

/** As many as a promise may say; a calendar of one working day a week could lead further. */
export const MOST_PROMISED_DAYS = 1000

/** Working days are looked up one by one, so a whole cart shares one of these. */
export function promiser(calendar: Calendar, timeZone: string, now: Date): (journey: Journey) => Promised {
  if (isPlain(calendar)) {
    return ({ leadDays, minDays, maxDays }) => ({ minDays: leadDays + minDays, maxDays: leadDays + maxDays })
  }
  const { day, minute } = localTime(timeZone, now)
  const today = Date.parse(`${day}T00:00:00Z`)
  const free = new Set(calendar.holidays)
  const isWorking = (offset: number) => {
    const at = new Date(today + days(offset))
    return calendar.workingDays.includes(at.getUTCDay() || 7) && !free.has(at.toISOString().slice(0, 10))
  }
  /** How far the nth working day after today is; the 0th is today or the next one, by the cut-off. */
  const reached: number[] = []
  const offsetOf = (n: number): number => {
    while (reached.length <= n) {
      let next = reached.length > 0 ? reached.at(-1)! + 1 : minute < calendar.cutoffMinute ? 0 : 1
      while (next < MOST_PROMISED_DAYS && !isWorking(next)) next++
      reached.push(Math.min(next, MOST_PROMISED_DAYS))
    }
    return reached[n]!
  }
  return ({ leadDays, minDays, maxDays }) => ({
    minDays: offsetOf(leadDays + minDays),
    maxDays: offsetOf(leadDays + maxDays),
  })
}

/**
 * Until when what was promised may be promised again. Days end on a quarter of an hour everywhere, so the next one is early
 * enough; of a cut-off at another minute each minute is.
 */
export function nextTurnOfDays({ cutoffMinute }: Calendar, now: Date): Date {
  const step = minutes(cutoffMinute % 15 === 0 ? 15 : 1)
  return new Date((Math.floor(now.getTime() / step) + 1) * step)
}

/** The day that is so many days after today, `YYYY-MM-DD`. */
export function dayAfter(timeZone: string, now: Date, count: number): string {
  const { day } = localTime(timeZone, now)
  return new Date(Date.parse(`${day}T00:00:00Z`) + days(count)).toISOString().slice(0, 10)
}

function isPlain({ cutoffMinute, workingDays, holidays }: Calendar): boolean {
  return cutoffMinute === 1440 && workingDays.length === 7 && holidays.length === 0
}

const formats = new Map<string, Intl.DateTimeFormat>()

function localTime(timeZone: string, now: Date): { day: string; minute: number } {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    formats.set(timeZone, format)
  }
  const [day = '', time = ''] = format.format(now).split(' ') // Swedish is ISO: `2026-11-21 22:30`
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return { day, minute: hour * 60 + minute }
}
