/**
 * Tells the shop that somebody looks at this product, once they have stayed for a moment: a page that was only fetched ahead
 * is not looked at. The answer is waited for by nobody. Without script nothing is noted.
 */
import { useEffect } from 'react'
import { paths } from '../paths.ts'
import { useFrame } from './use-frame.ts'

const A_LOOK = 2_000 // milliseconds

export function NoteViewed({ productId }: { productId: string }) {
  const { formToken } = useFrame()
  useEffect(() => {
    const timer = setTimeout(() => {
      navigator.sendBeacon(paths.viewed(), new URLSearchParams({ formToken, productId }))
    }, A_LOOK)
    return () => clearTimeout(timer)
  }, [productId, formToken])
  return null
}
