/** An amount of money; with `was`, the former one is struck through and named for screen readers. */
import { formatMoney, type Money } from '@quayside/words'
import { cx } from './cx.ts'
import { useLocale } from './locale.tsx'

type Props = {
  of: Money
  was?: { price: Money; label: string } | undefined
  className?: string
}

export function Price({ of, was, className }: Props) {
  const { tag } = useLocale()
  return (
    <span className={cx('tabular', className)}>
      <bdi>{formatMoney(of, tag)}</bdi>
      {was && was.price.amount > of.amount && (
        <>
          {' '}
          <span className="sr-only">{was.label}</span>
          <s className="text-[0.9em] font-normal text-quiet">
            <bdi>{formatMoney(was.price, tag)}</bdi>
          </s>
        </>
      )}
    </span>
  )
}
