/** Labels and what is told of their parcels, as the carrier's book has them. Each change belongs inside `book.write`. */
import { randomBytes } from 'node:crypto'
import { ANSWERED, openBook, type Book, type Layout, type Row } from '../company/book.ts'
import { refusal } from '../company/refusal.ts'
import type { Service } from './tariff.ts'

const SCHEMA = `
create table label (
  id text primary key,
  key text not null unique,
  service text not null,
  format text not null check (format in ('pdf', 'zpl')),
  state text not null check (state in ('bought', 'voided')),
  parcel text not null check (parcel in ('announced', 'in_transit', 'exception', 'delivered', 'returned')),
  tracking_code text not null unique,
  amount integer not null check (amount > 0),
  currency text not null,
  reference text not null,
  sender text not null,
  recipient text not null,
  weight_grams integer not null,
  created_at integer not null
) strict;

create table news (
  id text primary key,
  label_id text not null references label,
  body text not null,
  copies integer not null,
  due_at integer not null,
  attempts integer not null default 0,
  state text not null default 'queued' check (state in ('queued', 'delivered', 'dead'))
) strict;
create index news_due on news (due_at, id) where state = 'queued';
${ANSWERED}`

const LAYOUT: Layout = { version: 1, from: { 0: SCHEMA } }
export const openCarrierBook = (path: string): Book => openBook(path, LAYOUT)

export const STEPS = ['in_transit', 'exception', 'delivered', 'returned'] as const
export type Step = (typeof STEPS)[number]

export type Label = {
  id: string
  key: string
  service: Service
  format: 'pdf' | 'zpl'
  state: 'bought' | 'voided'
  parcel: 'announced' | Step
  trackingCode: string
  amount: number
  currency: string
  reference: string
  sender: string[]
  recipient: string[]
  weightGrams: number
  createdAt: Date
}

export const newId = (prefix: string) => `${prefix}_${randomBytes(16).toString('hex')}`

/** Two letters, nine digits and two letters, as postal services of the world have it (UPU S10); without the check digit. */
export const newTrackingCode = () =>
  `SB${String(randomBytes(6).readUIntBE(0, 6) % 1_000_000_000).padStart(9, '0')}QS`

export function storeLabel(book: Book, label: Label): void {
  book.run(
    `insert into label (id, key, service, format, state, parcel, tracking_code, amount, currency, reference, sender, recipient, weight_grams, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    label.id,
    label.key,
    label.service,
    label.format,
    label.state,
    label.parcel,
    label.trackingCode,
    label.amount,
    label.currency,
    label.reference,
    label.sender.join('\n'),
    label.recipient.join('\n'),
    label.weightGrams,
    label.createdAt.getTime(),
  )
}

export function getLabel(book: Book, id: string): Label {
  const row = book.one('select * from label where id = ?', id)
  if (!row) throw refusal(404, 'not_found', 'There is no such label.')
  return labelOf(row)
}

export function labelUnder(book: Book, key: string): Label | null {
  const row = book.one('select * from label where key = ?', key)
  return row ? labelOf(row) : null
}

/** In the order they were made; `after` is the place of the last one seen. */
export function labelsSince(
  book: Book,
  since: Date,
  after: number,
  most: number,
): { place: number; label: Label }[] {
  return book
    .all(
      'select rowid as place, * from label where created_at >= ? and rowid > ? order by rowid limit ?',
      since.getTime(),
      after,
      most,
    )
    .map((row) => ({ place: row['place'] as number, label: labelOf(row) }))
}

export const newestLabels = (book: Book, most: number): Label[] =>
  book.all('select * from label order by created_at desc, id desc limit ?', most).map(labelOf)

/** Of a parcel that has not left yet. A second time is no change. */
export function voidLabel(book: Book, id: string): Label {
  const label = getLabel(book, id)
  if (label.parcel !== 'announced')
    throw refusal(409, 'label_used', 'The parcel is on its way: its label cannot be given back.')
  book.run("update label set state = 'voided' where id = ?", id)
  return { ...label, state: 'voided' }
}

const NEXT: Record<Label['parcel'], readonly Step[]> = {
  announced: ['in_transit'],
  in_transit: ['exception', 'delivered', 'returned'],
  exception: ['in_transit', 'delivered', 'returned'],
  delivered: [],
  returned: [],
}

export const nextSteps = (label: Label) => (label.state === 'bought' ? NEXT[label.parcel] : [])

export function moveOn(book: Book, id: string, step: Step): Label {
  const label = getLabel(book, id)
  if (!nextSteps(label).includes(step))
    throw refusal(409, 'not_possible', `The parcel is ${label.parcel}: it cannot be ${step} next.`)
  book.run('update label set parcel = ? where id = ?', step, id)
  return { ...label, parcel: step }
}

function labelOf(row: Row): Label {
  return {
    id: row['id'] as string,
    key: row['key'] as string,
    service: row['service'] as Service,
    format: row['format'] as Label['format'],
    state: row['state'] as Label['state'],
    parcel: row['parcel'] as Label['parcel'],
    trackingCode: row['tracking_code'] as string,
    amount: row['amount'] as number,
    currency: row['currency'] as string,
    reference: row['reference'] as string,
    sender: (row['sender'] as string).split('\n'),
    recipient: (row['recipient'] as string).split('\n'),
    weightGrams: row['weight_grams'] as number,
    createdAt: new Date(row['created_at'] as number),
  }
}
