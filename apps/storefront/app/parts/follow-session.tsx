/**
 * All tabs of a browser agree on who is logged in: each says whom it shows, and those that show somebody else look anew.
 * What was somebody's is gone at once, with its whole document; a visitor's page stays where it is and learns who it is.
 */
import { useEffect } from 'react'
import { useRevalidator, useRouteLoaderData } from 'react-router'
import { useFrame } from './use-frame.ts'

const CHANNEL = 'quayside.session'

export function FollowSession() {
  const { signedIn, name } = useFrame()
  const isKnown = useRouteLoaderData('root') !== undefined // an error page may not know
  const who = signedIn ? `person ${name}` : 'nobody'
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isKnown) return
    const channel = new BroadcastChannel(CHANNEL)
    channel.postMessage(who)
    channel.onmessage = ({ data }) => {
      if (data === who) return
      if (signedIn) location.reload()
      else void revalidate()
    }
    return () => channel.close()
  }, [isKnown, signedIn, who, revalidate])
  return null
}
