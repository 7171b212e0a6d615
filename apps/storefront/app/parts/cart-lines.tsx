/** What is in the cart: on its page and in the drawer. */
import type { Refused } from '../form.ts'
import type { Cart } from '../store.ts'
import { CartBundle } from './cart-bundle.tsx'
import { CartLine } from './cart-line.tsx'

/** `refused` is what a page without script was told. */
export function CartLines({ cart, refused = null }: { cart: Cart; refused?: Refused | null }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {cart.bundles.map((bundle) => (
        <CartBundle
          key={bundle.id}
          bundle={bundle}
          lines={cart.lines.filter((line) => line.bundleId === bundle.id)}
          deposits={cart.deposits}
          version={cart.version}
          problems={cart.problems}
        />
      ))}
      {cart.lines
        .filter((line) => line.bundleId === null)
        .map((line) => (
          <CartLine
            key={line.id}
            line={line}
            version={cart.version}
            problems={cart.problems.filter((one) => one.lineId === line.id)}
            deposits={cart.deposits}
            refused={refused}
          />
        ))}
    </ul>
  )
}
