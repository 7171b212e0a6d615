/**
 * Follows something of the store's by its stream: the page's data is loaded again when the store says that it has changed.
 *
 * Only while the tab is in sight, since browsers allow few streams at once. Without script the page is as true as
 * when it was loaded.
 */
import { useEffect, useRef } from 'react'
import { useRevalidator } from 'react-router'

const FOR_OWN_ANSWER = 300 // milliseconds: what this page did itself comes with its own answer

/** `events` is the address of the stream; `isNews` says of what is told whether the page shows something else. */
export function useFollowing<Told>(events: string, isNews: (told: Told) => boolean): void {
  const { revalidate } = useRevalidator()
  const compare = useRef(isNews)
  useEffect(() => {
    compare.current = isNews
  })
  useEffect(() => {
    let stream: EventSource | undefined
    let wait: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(wait)
      stream?.close()
    }
    const turn = () => {
      stop()
      if (document.hidden) return
      stream = new EventSource(events)
      stream.onmessage = ({ data }) => {
        const told = JSON.parse(data as string) as Told
        clearTimeout(wait)
        wait = setTimeout(() => {
          if (compare.current(told)) void revalidate()
        }, FOR_OWN_ANSWER)
      }
      stream.addEventListener('problem', () => stream?.close())
    }
    turn()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      stop()
    }
  }, [events, revalidate])
}
