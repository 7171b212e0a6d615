/**
 * Who buys without tax, and why: pure rules over what is known of a buyer.
 *
 * A business with a valid id of another member state of the European Union owes the tax itself, for what goes to another
 * member state: goods by Article 138 and services by Article 196 of Directive 2006/112/EC. A certificate exempts in its
 * region and time. Each step is told with its answer, for `tax.why`.
 */
import { days } from '#kit/clock.ts'
import { languageOf } from '#kit/language.ts'
import { Flag, Instant, Key, Nullable, Text, Words, shape, type Static } from '#kit/types.ts'
import { readTaxId } from '../customers/index.ts'
import type { TaxRule } from './amounts.ts'
import type { TaxPlace } from './rate-for.ts'
import { sameRegion } from '../customers/index.ts'
import { NOTES } from './relief-words.ts'
import type { Exemption, TaxRates } from './tax.ts'
import { inUnion } from './union/members.ts'

export const TaxOutcome = Words(
  'TaxOutcome',
  'reverse_charge',
  'certificate',
  'domestic',
  'not_abroad',
  'outside_union',
  'invalid_id',
  'unchecked',
)
export type TaxOutcome =
  | 'reverse_charge'
  | 'certificate'
  | 'domestic'
  | 'not_abroad'
  | 'outside_union'
  | 'invalid_id'
  | 'unchecked'

export const TaxDecision = shape(
  'TaxDecision',
  {
    outcome: TaxOutcome,
    /** Under the first two no tax is charged. */
    isRelieved: Flag,
    note: Text(400),
    /** When the id was last answered for; null: not yet, or there is none. */
    checkedAt: Nullable(Instant),
    consultationNumber: Nullable(Text(80)),
    certificateNumber: Nullable(Text(80)),
  },
  { description: 'Whether a business or an exempt buyer pays tax, and by which evidence.' },
)
export type TaxDecision = Static<typeof TaxDecision>

/** As an order keeps it. */
export interface Decision {
  outcome: TaxOutcome
  checkId: string | null
  checkedAt: string | null
  consultationNumber: string | null
  certificateId: string | null
  certificateNumber: string | null
}

/** The last answer for an id, or that there is none yet. */
export interface HeldCheck {
  id: string
  state: 'wanted' | 'unanswered' | 'valid' | 'invalid'
  answeredAt: string | null
  consultationNumber: string | null
}

export interface HeldCertificate {
  id: string
  number: string
  country: string
  region: string | null
}

export interface Buyer {
  taxId: string | null
  check: HeldCheck | null
  /** Those that hold today. */
  certificates: readonly HeldCertificate[]
}

export interface Sale {
  /** The country the store sells from. */
  from: string
  /** Where it is handed over. */
  to: TaxPlace
  now: Date
}

/** What falls away of the tax; `label` stands for it among the taxes. */
export interface Relief {
  label: string
  exempts(rule: TaxRule): boolean
}

export const ReliefStep = shape('TaxReliefStep', { question: Key, holds: Flag, says: Text(400) })
export type ReliefStep = Static<typeof ReliefStep>

export interface Decided {
  /** Null: a buyer without an id, whom no certificate exempts here. */
  decision: Decision | null
  relief: Relief | null
  steps: ReliefStep[]
  /** The id has to be asked about, again or for the first time. */
  isCheckDue: boolean
}

const NOTHING: Decided = { decision: null, relief: null, steps: [], isCheckDue: false }

export function decideRelief(buyer: Buyer, sale: Sale, held: TaxRates): Decided {
  const byId = buyer.taxId === null ? NOTHING : decideById(buyer.taxId, buyer.check, sale, held.exemption)
  if (byId.relief) return byId
  const byCertificate = buyer.certificates.map((each) => decideByCertificate(each, sale, held))
  const found = byCertificate.find(({ relief }) => relief)
  const steps = [...byId.steps, ...byCertificate.flatMap((each) => each.steps)]
  return { ...byId, ...found, steps, isCheckDue: byId.isCheckDue }
}

function decideById(taxId: string, check: HeldCheck | null, sale: Sale, exemption: Exemption): Decided {
  const country = readTaxId(taxId)?.country ?? taxId.slice(0, 2)
  const home = { country: sale.from, region: null }
  const answeredAt = check?.answeredAt ? new Date(check.answeredAt) : null
  const isFresh =
    answeredAt !== null && answeredAt.getTime() > sale.now.getTime() - days(exemption.idCheckDays)
  const isKnown = check?.state === 'valid' && isFresh
  const accepts = exemption.whenUnanswered === 'accept'
  const questions: [question: string, else_: TaxOutcome, holds: boolean, says: string][] = [
    [
      'id_of_member_state',
      'outside_union',
      inUnion(home) && inUnion({ country, region: null }),
      `The store is in ${sale.from} and the id of ${country}: reverse charge is for ids of member states of the European Union, in shops there.`,
    ],
    [
      'id_of_another_country',
      'domestic',
      country !== sale.from,
      `The id is of ${country}, the store in ${sale.from}: at home the store charges the tax.`,
    ],
    [
      'goes_to_another_country',
      'not_abroad',
      sale.to.country !== sale.from && inUnion(sale.to),
      `It is handed over in ${sale.to.country}: it has to leave ${sale.from} for another member state (Article 138 of Directive 2006/112/EC; of services Article 196).`,
    ],
    [
      'id_not_refused',
      'invalid_id',
      check?.state !== 'invalid',
      'The office that was asked knows the id, or has not said that it does not.',
    ],
    [
      'id_confirmed',
      'unchecked',
      isKnown || accepts,
      isKnown
        ? `The id was confirmed at ${check.answeredAt}.`
        : `There is no answer of the last ${exemption.idCheckDays} days; until there is one, the store ${accepts ? 'accepts the id' : 'charges the tax'}.`,
    ],
  ]
  const refused = questions.find(([, , holds]) => !holds)
  const last = refused ? questions.indexOf(refused) : questions.length - 1
  return {
    decision: {
      outcome: refused?.[1] ?? 'reverse_charge',
      checkId: check?.id ?? null,
      checkedAt: check?.answeredAt ?? null,
      consultationNumber: check?.consultationNumber ?? null,
      certificateId: null,
      certificateNumber: null,
    },
    relief: refused ? null : { label: 'Reverse charge', exempts: () => true },
    steps: questions.slice(0, last + 1).map(([question, , holds, says]) => ({ question, holds, says })),
    isCheckDue: last >= 3 && !isFresh,
  }
}

/** One of a region exempts from what that region charges, one of a country from everything. */
function decideByCertificate(certificate: HeldCertificate, { to }: Sale, held: TaxRates): Decided {
  const { id, number, country, region } = certificate
  const isThere = to.country === country && (region === null || sameRegion(country, region, to.region))
  const regional = new Set(
    held.rates.filter((rate) => rate.region !== null || rate.postalFrom !== null).map((rate) => rate.id),
  )
  const exempts = (rule: TaxRule) => region === null || (rule.rateId !== null && regional.has(rule.rateId))
  const where = region === null ? country : `${region}, ${country}`
  return {
    decision: {
      outcome: 'certificate',
      checkId: null,
      checkedAt: null,
      consultationNumber: null,
      certificateId: id,
      certificateNumber: number,
    },
    relief: isThere ? { label: 'Exempt', exempts } : null,
    steps: [
      {
        question: 'certificate_holds_there',
        holds: isThere,
        says: `Certificate ${number} exempts what is handed over in ${where}.`,
      },
    ],
    isCheckDue: false,
  }
}

/** `locale` is the reader's. */
export function decisionView(decision: Decision, locale: string): TaxDecision {
  const { outcome, checkedAt, consultationNumber, certificateNumber } = decision
  const notes = NOTES[languageOf(locale)]
  const note = outcome === 'certificate' ? `${notes.certificate} ${certificateNumber}.` : notes[outcome]
  const isRelieved = outcome === 'reverse_charge' || outcome === 'certificate'
  return { outcome, isRelieved, note, checkedAt, consultationNumber, certificateNumber }
}
