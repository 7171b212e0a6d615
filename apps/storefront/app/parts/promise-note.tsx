/** What is sold before it is there, and when it leaves. */
import { cx, DateText, Icon } from '@quayside/ui'
import type { CartLine, Variant } from '../store.ts'
import { useWords } from './use-words.ts'

type Props = {
  of: NonNullable<Variant['promise']> & { quantity?: NonNullable<CartLine['promise']>['quantity'] }
  /** How many there are in the line: of fewer it is said how many. */
  whole?: number
  className?: string
}

export function PromiseNote({ of: { kind, shipsOn, quantity }, whole, className }: Props) {
  const words = useWords().promise
  const name = words.kinds[kind] ?? kind
  return (
    <p className={cx('flex items-start gap-1.5 text-warn', className)}>
      <Icon name="clock" className="mt-0.5 size-4 shrink-0" />
      <span>
        {quantity !== undefined && quantity !== whole ? words.some(quantity, name) : name},{' '}
        {shipsOn ? (
          <>
            {words.shipsOn} <DateText at={shipsOn} style="day" />
          </>
        ) : (
          words.shipsSoon
        )}
      </span>
    </p>
  )
}
