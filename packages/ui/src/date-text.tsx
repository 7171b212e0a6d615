/** A point in time, written in the shop's language and zone so that server and browser agree; or a day, which has no zone. */
import { useLocale } from './locale.tsx'

type Props = { at: string; style?: 'day' | 'minute' | 'clock' }

const isDay = (at: string) => at.length === '2026-03-12'.length

export function DateText({ at, style = 'minute' }: Props) {
  const { tag, timeZone } = useLocale()
  const format = new Intl.DateTimeFormat(tag, {
    ...(style !== 'clock' && { dateStyle: 'medium' }),
    ...(style !== 'day' && { timeStyle: 'short' }),
    timeZone: isDay(at) ? 'UTC' : timeZone,
  })
  // The browser's language data may be of another year than the server's: a differing comma is no error.
  return (
    <time dateTime={at} suppressHydrationWarning>
      {format.format(new Date(at))}
    </time>
  )
}
