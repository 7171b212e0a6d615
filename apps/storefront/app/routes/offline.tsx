/**
 * Shown by the service worker when there is no network: what was kept of the cart and of what was looked at, to be read
 * only, and as old as it says. The page itself is nobody's; what is kept is read in the browser.
 */
import {
  Card,
  DateText,
  EmptyState,
  formatMoney,
  LinkButton,
  Notice,
  Page,
  Picture,
  useLocale,
} from '@quayside/ui'
import { useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { keptIn, keptText, type KeptThing } from '../offline/kept.ts'
import { Head } from '../parts/head.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { ownPath, pathBehind, paths } from '../paths.ts'

const never = () => () => {}
const nothing = () => ''

export default function Offline() {
  const words = useWords().offline
  const { base } = useFrame()
  const { tag } = useLocale()
  // The server drew this page for nobody and nowhere: what the browser knows comes once it has taken over.
  const search = useSyncExternalStore(never, () => location.search, nothing)
  const text = useSyncExternalStore(never, keptText, nothing)
  const kept = useMemo(() => keptIn(text), [text])
  const { cart, viewed } = kept ?? {}
  const to = ownPath(new URLSearchParams(search).get('to'), pathBehind(base, paths.home()))
  return (
    <Page title={words.title} lead={words.advice}>
      <Head title={words.title} hidden />
      <p className="mb-10">
        <LinkButton href={to} outside>
          {words.again}
        </LinkButton>
      </p>
      {!cart?.things.length && !viewed?.things.length && (
        <EmptyState icon="bag" title={words.nothing}>
          <p>{words.nothingText}</p>
        </EmptyState>
      )}
      <div className="grid items-start gap-10 lg:grid-cols-2">
        {!!cart?.things.length && (
          <Things title={words.cart} at={cart.at} things={cart.things}>
            <p className="mt-4 text-end font-semibold tabular">{words.total(formatMoney(cart.total, tag))}</p>
          </Things>
        )}
        {!!viewed?.things.length && <Things title={words.viewed} at={viewed.at} things={viewed.things} />}
      </div>
    </Page>
  )
}

type Props = { title: string; at: string; things: KeptThing[]; children?: ReactNode }

function Things({ title, at, things, children }: Props) {
  const words = useWords().offline
  const { tag } = useLocale()
  return (
    <Card className="p-5">
      <h2 className="text-xl font-semibold">{title}</h2>
      <Notice className="mt-3">
        {words.asOf} <DateText at={at} />
      </Notice>
      <ul className="mt-2 divide-y divide-line">
        {things.map(({ name, note, href, picture, price }) => (
          <li key={href} className="grid grid-cols-[4rem_1fr_auto] items-center gap-4 py-3">
            <Picture
              of={picture && { ...picture, sources: [] }}
              decorative
              sizes="4rem"
              className="aspect-4/5 w-full rounded-control"
            />
            <span className="min-w-0">
              <bdi className="font-medium">{name}</bdi>
              {note && <span className="block text-sm text-quiet">{note}</span>}
            </span>
            {price && <bdi className="tabular">{formatMoney(price, tag)}</bdi>}
          </li>
        ))}
      </ul>
      {children}
    </Card>
  )
}
