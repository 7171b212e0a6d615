/** Follows an order on its way. */
import { paths } from '../paths.ts'
import type { Order } from '../store.ts'
import { useFollowing } from './use-following.ts'

type Props = {
  id: string
  token?: string | null
  /** Whether the page shows something else. */
  isNews: (told: Order) => boolean
}

export function LiveOrder({ id, token = null, isNews }: Props) {
  useFollowing(paths.orderEvents(id, { token }), isNews)
  return null
}
