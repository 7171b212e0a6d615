import { counter, figure, type Measure } from '#kit/measure.ts'

export const attempts = counter(
  'quayside_webhook_attempts_total',
  'Webhooks sent, by what became of them: delivered, retrying (sent again later), dead (given up).',
  'outcome',
)

export const measures: Measure[] = [
  attempts,
  figure(
    'quayside_webhooks_waiting',
    'Webhooks that are not delivered and not given up.',
    [],
    `select count(*) as value from webhooks.delivery where ended_at is null`, // delivery_due holds just these
  ),
]
