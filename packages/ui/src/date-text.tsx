/** A point in time, written in the shop's language and zone so that server and browser agree. */
import { useLocale } from './locale.tsx'

type Props = { at: string; style?: 'day' | 'minute' | 'clock' }

export function DateText({ at, style = 'minute' }: Props) {
  const { tag, timeZone } = useLocale()
  const format = new Intl.DateTimeFormat(tag, {
    ...(style !== 'clock' && { dateStyle: 'medium' }),
    ...(style !== 'day' && { timeStyle: 'short' }),
    timeZone,
  })
  // The browser's language data may be of another year than the server's: a differing comma is no error.
  return (
    <time dateTime={at} suppressHydrationWarning>
      {format.format(new Date(at))}
    </time>
  )
}
