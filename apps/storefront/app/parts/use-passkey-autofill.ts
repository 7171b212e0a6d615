/**
 * Lets the browser offer passkeys where it offers to fill in the address, while nothing else is being asked.
 *
 * A challenge counts for five minutes, so whoever takes longer is asked anew behind the scenes.
 */
import { useEffect, useEffectEvent, useState } from 'react'
import { signByPasskey } from '../passkeys.ts'
import type { usePasskey } from './use-passkey.ts'

const ANEW_AFTER = 4 * 60_000 // ms

type Wish = { to: string; wanted: boolean; /** The last one that the store did not take. */ refused: unknown }

export function usePasskeyAutofill(
  passkey: ReturnType<typeof usePasskey>,
  { to, wanted, refused }: Wish,
): void {
  const [round, setRound] = useState(0)
  const isFree = wanted && passkey.offered === 'yes' && !passkey.asking
  const offer = useEffectEvent(async (signal: AbortSignal) => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.()) || signal.aborted) return
    await passkey.send({ to }, (speaker) => signByPasskey(speaker, signal), signal)
  })
  useEffect(() => {
    if (!isFree) return
    const leaving = new AbortController()
    const late = setTimeout(() => setRound(round + 1), ANEW_AFTER)
    void offer(leaving.signal)
    return () => {
      clearTimeout(late)
      leaving.abort()
    }
  }, [isFree, round, refused])
}
