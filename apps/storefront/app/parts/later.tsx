/**
 * Parts of a page that lie below what is seen first. The server sends them whole, like everything else; in the browser
 * they stand as they were sent, links and forms and all, and React takes them over when they come near the view, or when
 * somebody points at them or reaches them by keyboard. Only then is their code asked for. A part that the browser draws
 * by itself, on a page it was led to, is asked for at once.
 */
import {
  Suspense,
  use,
  useEffect,
  useRef,
  useSyncExternalStore,
  type ComponentType,
  type RefObject,
} from 'react'

type Load<Props> = () => Promise<ComponentType<Props>>

const NEAR = '25% 0px' // of the window's height, before it is in view
const SIGNS = ['pointerover', 'touchstart', 'focusin']

/** What the server must have before it draws anything; parts bring further ones. */
const all: (() => Promise<void>)[] = []

export async function everyPart(): Promise<void> {
  for (const come of all) await come()
}

export function later<Props extends object>(load: Load<Props>): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined
  let coming: Promise<void> | undefined
  let here = () => {}
  const arrived = new Promise<void>((done) => (here = done))
  const come = () =>
    (coming ??= load().then((loaded) => {
      Part = loaded
      here()
    }))
  if (import.meta.env.SSR) all.push(come)

  function WhenHere(props: Props) {
    const isSent = useSyncExternalStore(never, no, yes)
    if (Part) return <Part {...props} />
    // Without its code the browser cannot draw it; the server can, or the page for when there is no network.
    if (!isSent) come().catch(() => location.reload())
    use(arrived)
    return null
  }

  return function Later(props: Props) {
    const place = useRef<HTMLDivElement>(null)
    useEffect(() => (Part ? undefined : whenNear(place.current!, come)), [])
    return (
      <div ref={place}>
        <Suspense fallback={<AsSent place={place} />}>
          <WhenHere {...props} />
        </Suspense>
      </div>
    )
  }
}

/** While its code is on the way though something else has changed at once. */
function AsSent({ place }: { place: RefObject<HTMLDivElement | null> }) {
  return <div dangerouslySetInnerHTML={{ __html: place.current?.innerHTML ?? '' }} />
}

/** By the browser's own listeners: React keeps events from what it has not taken over. */
function whenNear(place: HTMLElement, come: () => Promise<void>): () => void {
  const stop = () => {
    seen.disconnect()
    for (const sign of SIGNS) place.removeEventListener(sign, start)
  }
  const start = () => {
    stop()
    come().catch(() => {}) // it stays as it was sent
  }
  const seen = new IntersectionObserver((entries) => entries.some((each) => each.isIntersecting) && start(), {
    rootMargin: NEAR,
  })
  seen.observe(place)
  for (const sign of SIGNS) place.addEventListener(sign, start, { passive: true })
  return stop
}

const never = () => () => {}
const no = () => false
const yes = () => true
