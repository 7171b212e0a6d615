/** On a card in a list: into the cart where there is one version, else the way to choose one, by script without leaving the list. */
import { Icon, Link, cx } from '@quayside/ui'
import { lazy, Suspense, useState } from 'react'
import { paths } from '../paths.ts'
import type { ProductCard } from '../store.ts'
import { AddForm } from './add-form.tsx'
import { useWords } from './use-words.ts'

const open = () => import('./chooser.tsx')
const Chooser = lazy(open)
const LOOK =
  'grid size-11 place-items-center rounded-full bg-paper/85 text-ink-soft shadow-sm transition-colors hover:bg-paper hover:text-ink'

export function QuickAdd({ product }: { product: ProductCard }) {
  const words = useWords().basket
  const { name, availability, variantId } = product
  if (availability === 'out_of_stock') return null
  if (variantId === null) return <Choose product={product} />
  return (
    <AddForm product={product} variantId={variantId}>
      {({ adding, added }) => (
        <button type="submit" aria-label={words.addOne(name)} aria-busy={adding} className={LOOK}>
          <Icon
            name={adding || added ? 'check' : 'bag-plus'}
            className={cx('size-5', added && 'text-good')}
          />
        </button>
      )}
    </AddForm>
  )
}

function Choose({ product }: { product: ProductCard }) {
  const words = useWords().basket
  const [isOpen, setOpen] = useState(false)
  const { slug, name } = product
  return (
    <>
      <Link
        href={paths.product(slug)}
        aria-label={words.choose(name)}
        className={LOOK}
        onPointerEnter={() => void open()}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
          event.preventDefault()
          setOpen(true)
        }}
      >
        <Icon name="bag-plus" className="size-5" />
      </Link>
      {isOpen && (
        <Suspense>
          <Chooser product={product} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
