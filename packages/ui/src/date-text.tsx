/** A point in time, written in the shop's language and zone so that server and browser agree; or a day, which has no zone. */
import { formatDate } from '@quayside/words'
import { useLocale } from './locale.tsx'

type Props = { at: string; style?: 'day' | 'minute' | 'clock' }

const LOOKS = { day: 'shortDay', minute: 'minute', clock: 'clock' } as const

export function DateText({ at, style = 'minute' }: Props) {
  const { tag: locale, timeZone } = useLocale()
  // The browser's language data may be of another year than the server's: a differing comma is no error.
  return (
    <time dateTime={at} suppressHydrationWarning>
      {formatDate(at, { look: LOOKS[style], locale, timeZone })}
    </time>
  )
}
