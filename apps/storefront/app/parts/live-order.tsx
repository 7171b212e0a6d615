/**
 * Follows an order on its way: the page's data is loaded again when the store says that the order has changed.
 *
 * Only while the tab is in sight, since browsers allow few streams at once. Without script the page is as true as
 * when it was loaded.
 */
import { useEffect, useRef } from 'react'
import { useRevalidator } from 'react-router'
import { paths } from '../paths.ts'
import type { Order } from '../store.ts'

export function LiveOrder({ order: { id, version }, token }: { order: Order; token: string | null }) {
  const { revalidate } = useRevalidator()
  const shown = useRef(version)
  useEffect(() => {
    shown.current = version
  }, [version])
  useEffect(() => {
    let stream: EventSource | undefined
    const turn = () => {
      stream?.close()
      if (document.hidden) return
      stream = new EventSource(paths.orderEvents(id, { token }))
      stream.onmessage = ({ data }) => {
        if ((JSON.parse(data as string) as Order).version !== shown.current) void revalidate()
      }
      stream.addEventListener('problem', () => stream?.close())
    }
    turn()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      stream?.close()
    }
  }, [id, token, revalidate])
  return null
}
