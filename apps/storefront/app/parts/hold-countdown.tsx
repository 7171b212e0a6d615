/**
 * How long the goods stay set aside for who still has to pay: the time of day as the server knows it, and with script
 * what is left of it, second by second. Only the end is announced; a clock that speaks every second would be in the way.
 */
import { DateText, Icon } from '@quayside/ui'
import { useEffect, useState } from 'react'
import { useRevalidator } from 'react-router'
import { useWords } from './use-words.ts'

const SWEEP = 16_000 // milliseconds; until then the store has closed the order, and the page can say so

type Props = {
  until: string
  /** The server's clock when it answered: the visitor's own may be wrong. */
  now: string
}

export function HoldCountdown({ until, now }: Props) {
  const words = useWords().paying
  const left = useSecondsLeft(until, now)
  return (
    <p
      aria-live="polite"
      className="mx-auto mb-8 flex w-fit max-w-full flex-wrap items-center justify-center gap-x-2 rounded-full bg-tint px-4 py-2 text-sm"
    >
      {left === 0 ? (
        words.holdOver
      ) : (
        <>
          <Icon name="clock" className="size-4 text-quiet" />
          <span>
            {words.holdUntil} <DateText at={until} style="clock" />
          </span>
          <span
            role="timer"
            aria-live="off"
            aria-label={words.holdLeft}
            className="min-w-[5ch] text-end font-semibold tabular-nums"
          >
            {left !== null && `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`}
          </span>
        </>
      )}
    </p>
  )
}

/** Counted from the server's answer on. Null while nothing counts: without script a number would only be wrong. */
function useSecondsLeft(until: string, now: string): number | null {
  const { revalidate } = useRevalidator()
  const atFirst = Math.max(0, Date.parse(until) - Date.parse(now))
  const [left, setLeft] = useState<number | null>(atFirst === 0 ? 0 : null)
  useEffect(() => {
    const end = performance.now() + atFirst
    const tick = () => setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)))
    tick()
    const ticking = setInterval(tick, 1000)
    const ending = setTimeout(() => void revalidate(), atFirst + SWEEP)
    return () => {
      clearInterval(ticking)
      clearTimeout(ending)
    }
  }, [atFirst, revalidate])
  return left
}
