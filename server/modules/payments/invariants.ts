/** What must always hold of payments. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'
import { STATES, STEPS } from './state.ts'

const steps = STATES.flatMap((from) => STEPS[from].map((to) => `'${from}>${to}'`)).join(', ')

const sums: Invariant[] = [
  {
    id: 'I6.payment',
    says: 'Of a payment no more is refunded than captured, captured than authorised, and held than was asked for.',
    sql: `select id, amount, authorised_amount, captured_amount, refunded_amount from payments.payment
      where not (0 <= refunded_amount and refunded_amount <= captured_amount
        and captured_amount <= authorised_amount and authorised_amount <= greatest(amount, captured_amount))`,
  },
  {
    id: 'I6.refunds',
    says: 'What a payment counts as refunded is the sum of its refunds that have not failed.',
    sql: `select p.id, p.refunded_amount, coalesce(r.amount, 0) as by_refunds from payments.payment p
      left join (select payment_id, sum(amount) as amount from payments.refund where state <> 'failed' group by payment_id) r on r.payment_id = p.id
      where p.refunded_amount <> coalesce(r.amount, 0)`,
  },
  {
    id: 'I6.dispute',
    says: 'What a payment counts as disputed is what its open and lost disputes took, and with what was refunded it is no more than was captured.',
    sql: `select p.id, p.state, p.disputed_amount, p.captured_amount, coalesce(d.amount, 0) as by_disputes from payments.payment p
      left join (select payment_id, sum(amount) filter (where state <> 'won') as amount,
          bool_or(state = 'open') as is_open, count(*) as disputes from payments.dispute group by payment_id) d on d.payment_id = p.id
      where p.disputed_amount <> coalesce(d.amount, 0) or (p.state = 'disputed') <> coalesce(d.is_open, false)
        or (p.state in ('disputed', 'won', 'lost')) <> (coalesce(d.disputes, 0) > 0)
        or p.disputed_amount + (select coalesce(sum(r.amount), 0) from payments.refund r where r.payment_id = p.id and r.state = 'succeeded')
          > p.captured_amount`,
  },
  {
    id: 'I6.capture',
    says: 'A payment that nothing was captured of is not captured, and one that is open or ended holds no money taken.',
    sql: `select id, state, captured_amount from payments.payment
      where (captured_amount > 0) <> (state in ('part_captured', 'captured', 'disputed', 'won', 'lost'))`,
  },
  {
    id: 'I3.payment',
    says: 'A payment, its refunds and its steps are in one currency, of three capital letters.',
    sql: `select p.id, p.currency, r.currency as other from payments.payment p join payments.refund r on r.payment_id = p.id where r.currency <> p.currency
      union all
      select p.id, p.currency, s.currency from payments.payment p join payments.step s on s.payment_id = p.id where s.currency <> p.currency
      union all
      select id, currency, null from payments.payment where currency !~ '^[A-Z]{3}$'`,
  },
]

const PROVIDER_ACCOUNT = `a.code = 'provider:' || p.provider`

const ledger: Invariant[] = [
  {
    id: 'I7.payment',
    says: 'Each payment of a provider is one payment here.',
    sql: `select provider, provider_reference, count(*) from payments.payment where provider_reference is not null
      group by provider, provider_reference having count(*) > 1`,
  },
  {
    id: 'I7.reference',
    says: 'What a provider calls a payment or a refund is noted as a name of that payment.',
    sql: `select p.id, p.provider_reference as reference from payments.payment p
      where p.provider_reference is not null and not exists (select from payments.reference n
        where n.provider = p.provider and n.reference = p.provider_reference and n.payment_id = p.id)
      union all
      select r.id, r.provider_reference from payments.refund r join payments.payment p on p.id = r.payment_id
      where r.provider_reference is not null and not exists (select from payments.reference n
        where n.provider = p.provider and n.reference = r.provider_reference and n.payment_id = p.id)`,
  },
  {
    id: 'I7.captures',
    says: 'The captures booked with a provider are those of its payments, payable by payable.',
    sql: bookedAgainst('capture', 'sum(p.captured_amount)', 'p.captured_amount > 0', 'sum(e.amount)'),
  },
  {
    id: 'I7.refunds',
    says: 'The refunds booked with a provider are those that succeeded, payable by payable.',
    sql: bookedAgainst(
      'refund',
      `sum((select sum(r.amount) from payments.refund r where r.payment_id = p.id and r.state = 'succeeded'))`,
      'true',
      '-sum(e.amount)',
    ),
  },
  {
    id: 'I7.refund',
    says: 'Each refund that succeeded is booked once, in its amount, under the provider’s reference.',
    sql: `select r.id, r.amount, r.provider_reference, count(e.amount) as bookings, -sum(e.amount) as booked
      from payments.refund r
      join payments.payment p on p.id = r.payment_id
      left join ledger.transaction t on t.store_id = r.store_id and t.kind = 'refund' and t.reference = p.provider || ':' || r.provider_reference
      left join ledger.account a on a.store_id = r.store_id and a.currency = r.currency and ${PROVIDER_ACCOUNT}
      left join ledger.entry e on e.transaction_id = t.id and e.account_id = a.id
      where r.state = 'succeeded'
      group by r.id having count(e.amount) <> 1 or -sum(e.amount) <> r.amount`,
  },
]

const standing: Invariant[] = [
  {
    id: 'I7.fees',
    says: 'The fees booked with a provider are what it charged for its payments, payable by payable.',
    sql: heldAgainst('fees:', 'p.fee_amount'),
  },
  {
    id: 'I7.held',
    says: 'What the books hold as authorised with a provider may still be captured of its payments, payable by payable.',
    sql: heldAgainst(
      'held:',
      `case when p.state in ('authorised', 'part_captured') then p.authorised_amount - p.captured_amount else 0 end`,
    ),
  },
  {
    id: 'I7.disputed',
    says: 'What the books hold as disputed with a provider is what its open disputes took, payable by payable.',
    sql: heldAgainst('disputed:', `case when p.state = 'disputed' then p.disputed_amount else 0 end`),
  },
  {
    id: 'I7.written_off',
    says: 'What is written off are the disputes that were lost.',
    sql: `select coalesce(b.store_id, d.store_id) as store_id, coalesce(b.currency, d.currency) as currency, b.amount as by_ledger, d.amount as by_disputes
      from (select a.store_id, a.currency, sum(e.amount) as amount from ledger.account a join ledger.entry e on e.account_id = a.id
        where a.code = 'written_off' group by a.store_id, a.currency) b
      full join (select store_id, currency, sum(amount) as amount from payments.dispute where state = 'lost' group by store_id, currency) d
        using (store_id, currency)
      where coalesce(b.amount, 0) <> coalesce(d.amount, 0)`,
  },
]

/** The balance of an account of each provider against a figure of its payments. */
function heldAgainst(prefix: string, figure: string): string {
  return `select coalesce(p.payable_id, b.payable_id) as payable_id, coalesce(p.provider, b.provider) as provider, p.amount as by_payments, b.amount as by_ledger
    from (
      select p.store_id, p.payable_id, p.provider, p.currency, sum(${figure}) as amount from payments.payment p
      group by p.store_id, p.payable_id, p.provider, p.currency) p
    full join (
      select t.store_id, t.subject_id as payable_id, substr(a.code, ${prefix.length + 1}) as provider, t.currency, sum(e.amount) as amount
      from ledger.account a join ledger.entry e on e.account_id = a.id join ledger.transaction t on t.id = e.transaction_id
      where a.code like '${prefix}%'
      group by t.store_id, t.subject_id, a.code, t.currency) b using (store_id, payable_id, provider, currency)
    where coalesce(p.amount, 0) <> coalesce(b.amount, 0)`
}

function bookedAgainst(kind: string, counted: string, which: string, booked: string): string {
  return `select coalesce(p.payable_id, b.payable_id) as payable_id, coalesce(p.provider, b.provider) as provider, p.amount as by_payments, b.amount as by_ledger
    from (
      select p.store_id, p.payable_id, p.provider, p.currency, ${counted} as amount from payments.payment p where ${which}
      group by p.store_id, p.payable_id, p.provider, p.currency) p
    full join (
      select t.store_id, t.subject_id as payable_id, substr(a.code, 10) as provider, t.currency, ${booked} as amount
      from ledger.transaction t join ledger.entry e on e.transaction_id = t.id join ledger.account a on a.id = e.account_id
      where t.kind = '${kind}' and a.code like 'provider:%'
      group by t.store_id, t.subject_id, a.code, t.currency) b using (store_id, payable_id, provider, currency)
    where coalesce(p.amount, 0) <> coalesce(b.amount, 0)`
}

const time: Invariant[] = [
  {
    id: 'I18.payment',
    says: 'The history of a payment leads step by allowed step from its birth to its present state, each with actor and cause.',
    sql: `with step as (
        select h.*, lag(h.to_state) over w as before, lag(h.at) over w as before_at,
          row_number() over (partition by h.payment_id order by h.at desc, h.id desc) as from_last
        from payments.history h window w as (partition by h.payment_id order by h.at, h.id))
      select payment_id, from_state, to_state, 'step' as what from step
        where from_state is distinct from before or at < before_at or actor = '' or cause = ''
          or (before is null and to_state <> 'created')
          or (before is not null and not (from_state || '>' || to_state) = any (array[${steps}]))
      union all
      select p.id, s.to_state, p.state, 'present state' from payments.payment p left join step s on s.payment_id = p.id and s.from_last = 1
        where s.to_state is distinct from p.state`,
  },
  {
    id: 'I8.unknown',
    says: 'What a provider left unanswered is settled within an hour.',
    sql: `select 'payment' as what, id, unknown_since from payments.payment where unknown_since < now() - interval '1 hour'
      union all
      select 'refund', id, unknown_since from payments.refund where unknown_since < now() - interval '1 hour' and state = 'sent'`,
  },
  {
    id: 'I8.asked',
    says: 'What is still to come from a provider is asked for: an open payment, a step, a refund.',
    sql: `select 'payment' as what, id from payments.payment where ask_at is null
        and (state in ('created', 'requires_action', 'processing', 'authorised', 'part_captured', 'disputed') or (unknown_since is not null and unknown_step is null))
      union all
      select 'step', id from payments.step where state = 'asked' and ask_at is null
      union all
      select 'refund', id from payments.refund where state in ('approved', 'sent') and ask_at is null`,
  },
  {
    id: 'I8.inbox',
    says: 'What a provider told us is handled within an hour, or listed with the reason.',
    sql: `select id, provider, event_id from payments.inbox
      where (state = 'received' and received_at < now() - interval '1 hour') or (state = 'parked' and reason is null)`,
  },
  {
    id: 'I8.step',
    says: 'A payment that waits for a step has that step.',
    sql: `select p.id, p.unknown_step from payments.payment p left join payments.step s on s.id = p.unknown_step and s.payment_id = p.id
      where p.unknown_step is not null and (s.state is distinct from 'asked' or p.unknown_since is null)`,
  },
]

export const invariants: Invariant[] = [...sums, ...ledger, ...standing, ...time]
