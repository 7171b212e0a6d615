/** The currencies of the shop, those of its markets. A form of buttons, so it works without script; the page stays. */
import { cx } from '@quayside/ui'
import { useLocation } from 'react-router'
import type { Frame } from '../frame.ts'
import { paths } from '../paths.ts'
import { Form } from './form.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

export function MarketChoice({ className }: { className?: string }) {
  const words = useWords().market
  const { market, markets } = useFrame()
  const { pathname, search } = useLocation()
  if (markets.length < 2) return null
  return (
    <Form method="post" action={paths.market()} preventScrollReset className={className}>
      <input type="hidden" name="to" value={pathname + search} />
      <div role="group" aria-label={words.choose} className="-mx-2 flex flex-wrap">
        {markets.map((each) => (
          <button
            key={each.code}
            name="market"
            value={each.code}
            aria-pressed={each.code === market}
            className={cx(
              'flex min-h-9 items-center rounded-control px-2 text-start hover:text-ink hover:underline hover:underline-offset-4',
              each.code === market && 'font-semibold text-ink',
            )}
          >
            {marketName(each, markets)}
          </button>
        ))}
      </div>
    </Form>
  )
}

/** Its currency says which it is, where no other has the same. */
function marketName(of: Frame['markets'][number], all: Frame['markets']): string {
  const isAlone = all.filter(({ currency }) => currency === of.currency).length === 1
  const currency = `${of.currencyName} (${of.currency})`
  return isAlone ? currency : `${of.name}: ${currency}`
}
