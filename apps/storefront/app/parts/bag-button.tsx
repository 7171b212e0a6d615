/** The cart at the top of every page: a link to its page, which by script opens it beside the page instead. */
import { HeaderTool } from '@quayside/ui'
import { lazy, Suspense, useState, type MouseEvent } from 'react'
import { useFetchers, useLocation, useNavigation } from 'react-router'
import { paths } from '../paths.ts'
import { useWords } from './use-words.ts'

const open = () => import('./cart-drawer.tsx')
const CartDrawer = lazy(open)

export function BagButton({ count }: { count: number }) {
  const words = useWords().shell
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const pieces = count + usePiecesOnTheWay()
  const press = (event: MouseEvent) => {
    const wantsPage = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (wantsPage || pathname === paths.cart() || pathname === paths.checkout()) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <HeaderTool
        href={paths.cart()}
        icon="bag"
        label={words.cart(pieces)}
        count={pieces}
        onClick={press}
        onPointerEnter={() => void open()}
      />
      {isOpen && (
        <Suspense>
          <CartDrawer onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** What was just put in counts at once; should the store refuse it, it is taken back. */
function usePiecesOnTheWay(): number {
  const fetchers = useFetchers()
  const { formData } = useNavigation()
  return [...fetchers.map((fetcher) => fetcher.formData), formData]
    .filter((form) => form !== undefined && form.has('variantId') && isAdding(form))
    .reduce((sum, form) => sum + (Number(form?.get('quantity') ?? 1) || 1), 0)
}

/** From a list, or from a product's page, whose form says nothing else. */
const isAdding = (form: FormData) => form.get('intent') === 'add' || form.has('sku')
