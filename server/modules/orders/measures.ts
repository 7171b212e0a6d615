import { counter, figure, type Measure } from '#kit/measure.ts'

export const placed = counter(
  'quayside_orders_placed_total',
  'Orders placed, paid or not, by currency.',
  'currency',
)
export const confirmed = counter(
  'quayside_orders_confirmed_total',
  'Orders confirmed, which is what was sold, by currency.',
  'currency',
)
export const revenue = counter(
  'quayside_revenue_minor_total',
  'Totals of confirmed orders in minor units, by currency; what was refunded is not taken off.',
  'currency',
)

export const refusedForStock = counter(
  'quayside_stock_outs_total',
  'Orders that could not be placed because something was sold out meanwhile.',
)

export const measures: Measure[] = [
  placed,
  refusedForStock,
  confirmed,
  revenue,
  figure(
    'quayside_orders_pending',
    'Orders that hold stock and wait for their payment.',
    [],
    `select count(*) as value from orders.order where state = 'pending'`, // order_hold holds just these
  ),
]
