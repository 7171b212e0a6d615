/** What must always hold of carts. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'

export const invariants: Invariant[] = [
  {
    id: 'I9.cart',
    says: 'No line of a cart asks for less than one, or for a price below zero.',
    sql: `select id, cart_id, quantity, seen_amount from cart.line where quantity < 1 or seen_amount < 0`,
  },
  {
    id: 'I15.cart',
    says: 'A cart that is no longer open holds no stock.',
    sql: `select r.id, c.id as cart_id, c.state, r.quantity from inventory.reservation r
      join cart.cart c on c.id = r.holder_id
      where r.holder_kind = 'cart' and r.state in ('held', 'confirmed') and c.state not in ('open', 'completing')`,
  },
  {
    id: 'I25.cart',
    says: 'Every cart has an owner.',
    sql: `select id from cart.cart where guest_id is null and customer_id is null`,
  },
]
