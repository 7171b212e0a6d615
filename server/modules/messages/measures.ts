import { counter, figure, type Measure } from '#kit/measure.ts'

export const mails = counter(
  'quayside_mails_total',
  'Mails by what became of them: sent, failed (given up), suppressed, or delayed (tried again).',
  'outcome',
)

export const measures: Measure[] = [
  mails,
  figure(
    'quayside_mails_waiting',
    'Mails that wait to be sent.',
    [],
    `select count(*) as value from messages.message where state = 'queued'`, // message_due holds just these
  ),
  figure(
    'quayside_mails_oldest_seconds',
    'Age of the oldest mail that waits to be sent.',
    [],
    `select coalesce(extract(epoch from now() - min(queued_at)), 0)::float8 as value from messages.message where state = 'queued'`,
  ),
]
