/** How far it is to delivery that costs nothing, where the shop offers that. */
import { formatMoney, Icon, ShareBar, useLocale } from '@quayside/ui'
import type { DeliveryOffer } from '../store.ts'
import { useWords } from './use-words.ts'

export function FreeDelivery({ offer }: { offer: Pick<DeliveryOffer, 'freeFrom' | 'untilFree'> | null }) {
  const words = useWords().basket
  const { tag } = useLocale()
  if (!offer?.freeFrom || !offer.untilFree || offer.freeFrom.amount === 0) return null
  const { freeFrom, untilFree } = offer
  return (
    <div className="rounded-panel bg-tint p-3 text-sm">
      <p className="mb-2 flex items-center gap-2">
        <Icon name="truck" className="turns size-5 shrink-0" />
        {untilFree.amount > 0 ? words.untilFree(formatMoney(untilFree, tag)) : words.isFree}
      </p>
      <ShareBar part={freeFrom.amount - untilFree.amount} whole={freeFrom.amount} />
    </div>
  )
}
