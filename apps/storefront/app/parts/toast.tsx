/** What was just done, said at the foot of the window and read aloud, for a while. */
import { Icon, Link, cx } from '@quayside/ui'
import { useEffect, useSyncExternalStore } from 'react'
import { useWords } from './use-words.ts'

type Toast = { text: string; tone: 'good' | 'bad'; link: { label: string; href: string } }

const FOR = 6_000 // milliseconds: time to read it and to reach its link
let present: Toast | null = null
const listeners = new Set<() => void>()

/** One at a time; the newer one counts. */
export function say(toast: Toast | null): void {
  present = toast
  for (const each of listeners) each()
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toasts() {
  const words = useWords().basket
  const toast = useSyncExternalStore(
    listen,
    () => present,
    () => null,
  )
  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => say(null), FOR)
    return () => clearTimeout(timer)
  }, [toast])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-4 z-40 flex justify-center sm:justify-end"
    >
      {toast && (
        <div className="pointer-events-auto flex max-w-md items-center gap-3 rounded-panel border border-line bg-paper py-2 ps-4 pe-2 shadow-float">
          <Icon
            name={toast.tone === 'good' ? 'check' : 'alert'}
            className={cx('size-5 shrink-0', toast.tone === 'good' ? 'text-good' : 'text-bad')}
          />
          <p className="min-w-0">
            {toast.text}{' '}
            <Link
              href={toast.link.href}
              onClick={() => say(null)}
              className="font-semibold whitespace-nowrap underline underline-offset-4"
            >
              {toast.link.label}
            </Link>
          </p>
          <button
            type="button"
            aria-label={words.dismiss}
            onClick={() => say(null)}
            className="grid size-11 shrink-0 place-items-center rounded-control hover:bg-shade"
          >
            <Icon name="close" />
          </button>
        </div>
      )}
    </div>
  )
}
