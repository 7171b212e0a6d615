/** Who buys for a business says so by its tax id; what was decided about the tax is told beside it. */
import { Button, Icon, InputField } from '@quayside/ui'
import type { Typed } from '../form.ts'
import type { Cart } from '../store.ts'
import type { Faults } from './faults.ts'
import { useWords } from './use-words.ts'

type Props = { cart: Cart; typed: Typed; faults: Faults }

export function BusinessFields({ cart, typed, faults }: Props) {
  const words = useWords().checkout
  const error = { companyName: faults('companyName'), taxId: faults('taxId') }
  const isOpen = cart.taxId !== null || Boolean(error.companyName ?? error.taxId)
  return (
    <details className="group -mb-2 pt-2" open={isOpen}>
      <summary className="flex items-center gap-2 rounded-control py-2 font-medium">
        {words.business}
        <Icon name="chevron-down" className="size-5 text-quiet transition-transform group-open:rotate-180" />
      </summary>
      <p className="mt-1 text-sm text-quiet">{words.businessHint}</p>
      <div className="mt-4 grid items-start gap-4 sm:grid-cols-2">
        <InputField
          label={words.companyName}
          name="companyName"
          autoComplete="organization"
          maxLength={120}
          defaultValue={typed['companyName'] ?? cart.companyName ?? ''}
          error={error.companyName}
        />
        <InputField
          label={words.taxId}
          name="taxId"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          defaultValue={typed['taxId'] ?? cart.taxId ?? ''}
          error={error.taxId}
        />
      </div>
      {cart.taxDecision && (
        <p role="status" className="mt-3 text-sm">
          {cart.taxDecision.note}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        <Button name="intent" value="taxId" look="secondary" size="small">
          {words.useTaxId}
        </Button>
        {cart.taxId !== null && (
          <Button name="intent" value="noTaxId" look="secondary" size="small">
            {words.noTaxId}
          </Button>
        )}
      </div>
    </details>
  )
}
