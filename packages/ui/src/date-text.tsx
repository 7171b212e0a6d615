/** A point in time, written in the shop's language and zone so that server and browser agree. */
import { useLocale } from './locale.tsx'

type Props = { at: string; style?: 'day' | 'minute' }

export function DateText({ at, style = 'minute' }: Props) {
  const { tag, timeZone } = useLocale()
  const format = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    ...(style === 'minute' ? { timeStyle: 'short' } : {}),
    timeZone,
  })
  // The browser's language data may be of another year than the server's: a differing comma is no error.
  return (
    <time dateTime={at} suppressHydrationWarning>
      {format.format(new Date(at))}
    </time>
  )
}
