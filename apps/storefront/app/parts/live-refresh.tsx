/**
 * Loads the page's data again until something has changed: every second at first, then slower. Without script
 * the document itself loads again every four seconds.
 */
import { useEffect, useState } from 'react'
import { useRevalidator } from 'react-router'

const WAITS = [1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 5] // seconds between looks; the last one repeats

export function LiveRefresh({ onLook }: { onLook?: (looks: number) => void }) {
  const { revalidate } = useRevalidator()
  const [looks, setLooks] = useState(0)
  useEffect(() => {
    const seconds = WAITS[Math.min(looks, WAITS.length - 1)] ?? 5
    const timer = setTimeout(() => {
      void revalidate().finally(() => {
        setLooks(looks + 1)
        onLook?.(looks + 1)
      })
    }, seconds * 1_000)
    return () => clearTimeout(timer)
  }, [looks, revalidate, onLook])
  return (
    <noscript>
      <meta httpEquiv="refresh" content="4" />
    </noscript>
  )
}
