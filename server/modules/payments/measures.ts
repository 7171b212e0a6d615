import { counter, figure, type Measure } from '#kit/measure.ts'

export const moved = counter(
  'quayside_payments_total',
  'Payments by provider and the state that they came to.',
  'provider',
  'state',
)

export const measures: Measure[] = [
  moved,
  figure(
    'quayside_payments_unknown',
    'Payments of which the provider has not said what became of them, by provider.',
    ['provider'],
    // Those are asked about again: payment_ask holds them.
    `select provider, count(*) as value from payments.payment where ask_at is not null and unknown_since is not null group by provider`,
  ),
  figure(
    'quayside_payment_inbox_open',
    'What providers told us and is not handled yet, by state.',
    ['state'],
    `select state, count(*) as value from payments.inbox where state in ('received', 'parked') group by state`,
  ),
]
