/**
 * What the store asks of a carrier: prices while somebody shops, labels once there is a parcel.
 *
 * Adapters fill the port; the contract suite proves them. What a carrier tells by itself of its parcels is another port,
 * fulfilment's.
 */
import { brand, isBranded } from '#kit/brand.ts'
import { port } from '#kit/port.ts'
import type { Address } from '../../customers/index.ts'
import type { Measures } from '../goods.ts'

export type CarriedMeasures = Omit<Measures, 'value'>

/** Nothing of who buys. */
export interface RateQuestion {
  currency: string
  from: { country: string }
  to: { country: string; region: string | null; postalCode: string }
  parcel: CarriedMeasures
}

/** Of the whole parcel, in minor units of the currency that was asked for. */
export interface CarrierRate {
  service: string
  amount: number
  /** Days on the way. */
  minDays: number
  maxDays: number
}

export const LABEL_FORMATS = ['pdf', 'zpl'] as const
export type LabelFormat = (typeof LABEL_FORMATS)[number]

export interface LabelOrder {
  /** One label for each key, however often it is asked for. */
  key: string
  service: string
  format: LabelFormat
  currency: string
  /** Stands on the label, for who packs. */
  reference: string
  from: { name: string; country: string }
  to: Address
  parcel: CarriedMeasures
}

export interface CarrierLabel {
  /** The carrier's own. */
  id: string
  key: string
  state: 'bought' | 'voided'
  trackingCode: string
  trackingUrl: string | null
  cost: { amount: number; currency: string }
}

export interface Carrier {
  /** As in settings and addresses. */
  name: string
  /** As buyers read it. */
  title: string
  services: { key: string; name: string }[]
  /** What is not among the rates is not carried. Throws CarrierUnavailable; the same question has the same answer for a while. */
  rates(question: RateQuestion, signal: AbortSignal): Promise<(CarrierRate & { currency: string })[]>
  /** Throws CarrierRefused for a definite no, else CarrierUnavailable: then nobody knows whether there is a label. */
  buy(order: LabelOrder, signal: AbortSignal): Promise<CarrierLabel>
  /** Null: there is none under this key. */
  find(key: string, signal: AbortSignal): Promise<CarrierLabel | null>
  /** What is to be printed. */
  document(id: string, signal: AbortSignal): Promise<{ type: string; body: Buffer }>
  /** Gives a label back; of one that is given back already, the same answer. Throws as `buy` does. */
  void(id: string, signal: AbortSignal): Promise<CarrierLabel>
  /** All labels made since then, oldest first. */
  labels(since: Date, signal: AbortSignal): AsyncIterable<CarrierLabel>
}

export const carrierPort = port<Carrier>('delivery.carrier', { many: true })

const unavailable = brand('delivery.CarrierUnavailable')
const refused = brand('delivery.CarrierRefused')

export function CarrierUnavailable(reason: string, cause?: unknown) {
  return Object.assign(new Error(reason, { cause }), { [unavailable]: true, name: 'CarrierUnavailable' })
}
export const isCarrierUnavailable = (error: unknown): error is Error => isBranded(error, unavailable)

export function CarrierRefused(code: string, reason: string) {
  return Object.assign(new Error(reason), { [refused]: true, name: 'CarrierRefused', code })
}
export const isCarrierRefused = (error: unknown): error is Error & { code: string } =>
  isBranded(error, refused)
