/** Asks the device for a passkey, and sends its answer as a form of the page; says what kept it from doing so. */
import { useState, useSyncExternalStore } from 'react'
import { useSubmit } from 'react-router'
import type { Refused } from '../form.ts'
import type { Speaker } from '../ask-store.ts'
import { canUsePasskeys, isNamed } from '../passkeys.ts'
import type { Settled, StoreProblem } from '../problem.ts'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

/** `likely`: the server cannot know the browser, and keeps the place free. */
type Offered = 'yes' | 'no' | 'likely' | 'unlikely'

type Ceremony = (speaker: Speaker) => Promise<Settled<object>>

export function usePasskey() {
  const { formToken, locale, origin } = useFrame()
  const words = useWords().passkeys
  const submit = useSubmit()
  const offered = useSyncExternalStore<Offered>(
    neverChanges,
    () => (canUsePasskeys(origin) ? 'yes' : 'no'),
    () => (isNamed(origin) ? 'likely' : 'unlikely'),
  )
  const [asking, setAsking] = useState(false)
  const [failed, setFailed] = useState<Refused | null>(null)

  /** With a `signal` it is of the page's own accord, and so without a word; when it ends, so does this. */
  async function send(
    fields: Record<string, string>,
    ceremony: Ceremony,
    signal?: AbortSignal,
  ): Promise<void> {
    const { value, problem } = await ceremony({ formToken, locale }).catch(ofDevice)
    if (signal?.aborted) return
    if (problem && !signal) setFailed({ problem, typed: fields })
    if (value) await submit({ ...fields, formToken, passkey: JSON.stringify(value) }, { method: 'post' })
  }

  /** By a press: the page waits, and says what went wrong. */
  async function press(fields: Record<string, string>, ceremony: Ceremony): Promise<void> {
    setFailed(null)
    setAsking(true)
    await send(fields, ceremony).finally(() => setAsking(false))
  }

  function ofDevice(error: unknown): { value: null; problem: StoreProblem | null } {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError' || name === 'AbortError') return { value: null, problem: null } // closed by the person
    const isKnown = name === 'InvalidStateError'
    const detail = isKnown ? words.known : words.failed
    return {
      value: null,
      problem: { ...NOBODYS, code: isKnown ? 'passkey_known' : 'passkey_failed', detail },
    }
  }

  return { offered, asking, failed, forgive: () => setFailed(null), send, press }
}

const neverChanges = () => () => {}
const NOBODYS = { title: '', status: 0, traceId: '', details: {}, errors: [] }
