/** The hosted payment pages: what a shopper sees and sends. Plain forms, answered with 303. */
import type { Office } from './events.ts'
import { DECLINES, MANNERS, SUMS, type Payment, type Wish } from './payment.ts'
import { challengePage, freshForm, type Form, type Look, paymentPage, standingPage } from './pages.ts'
import { refusal } from './refusal.ts'
import * as till from './till.ts'
import { mustBe, readText, seeOther } from './wire.ts'

const LARGEST_FORM = 4096 // bytes
const LONGEST = 3600 // seconds a shopper may ask something to take

const CHOICES = {
  card: ['pay', 'decline', 'challenge', 'delay'],
  bank_transfer: ['delay', 'decline'],
} as const

/** `path` begins after `/pay/`. */
export async function answerHosted(
  office: Office,
  look: Look,
  request: Request,
  path: string,
): Promise<Response> {
  const [, id, within] = /^(pay_[0-9a-f]{32})(?:\/(challenge|dispute))?$/.exec(path) ?? []
  if (id === undefined) throw refusal(404, 'not_found', 'There is no payment at this address.')
  if (!['GET', 'POST'].includes(request.method))
    throw refusal(405, 'method_not_allowed', 'This page can be read and sent.')
  const fields = request.method === 'POST' ? await readForm(request) : null
  const payment = till.get(office, id)
  if (within === 'dispute' && fields) return answerDispute(office, look, payment, fields)
  if (payment.state !== 'requires_action') return standingPage(look, payment, fields ? 409 : 200)
  if (within === 'challenge') return answerChallenge(office, look, payment, fields)
  return fields ? answerChoice(office, look, payment, fields) : paymentPage(look, payment)
}

async function readForm(request: Request): Promise<URLSearchParams> {
  mustBe(request, 'application/x-www-form-urlencoded')
  return new URLSearchParams(await readText(request, LARGEST_FORM))
}

function answerChoice(office: Office, look: Look, payment: Payment, fields: URLSearchParams): Response {
  const form = { ...freshForm(payment) }
  for (const [name, value] of fields) {
    if (!Object.hasOwn(form, name)) throw refusal(400, 'invalid_request', 'The form holds an unknown field.')
    form[name as keyof Form] = value.trim()
  }
  const kind = one<(typeof CHOICES.card)[number]>(CHOICES[payment.method], form.choice)
  const manner = one(MANNERS, form.webhook)
  const code = one<Payment['declineCode'] & string>(DECLINES[payment.method], form.reason)
  const sum = one(payment.method === 'card' ? ['exact'] : SUMS, form.sum)
  const errors: Partial<Form> = {}
  if (kind === 'delay' && !isSeconds(form.delay)) errors.delay = `Delay by 1 to ${LONGEST} seconds.`
  if (manner === 'late' && !isSeconds(form.late)) errors.late = `Hold back for 1 to ${LONGEST} seconds.`
  if (Object.keys(errors).length > 0) return paymentPage(look, payment, form, errors)

  const wish: Wish = { manner, lateSeconds: manner === 'late' ? Number(form.late) : 0 }
  const choice: till.Choice =
    kind === 'decline'
      ? { kind, code }
      : kind === 'delay'
        ? { kind, seconds: Number(form.delay), sum }
        : { kind }
  office.book.write(() => till.choose(office, payment.id, choice, wish))
  return seeOther(kind === 'challenge' ? `${look.path}/pay/${payment.id}/challenge` : payment.returnUrl)
}

function answerChallenge(
  office: Office,
  look: Look,
  payment: Payment,
  fields: URLSearchParams | null,
): Response {
  if (!payment.challenged) return seeOther(`${look.path}/pay/${payment.id}`)
  if (!fields) return challengePage(look, payment)
  const end = one(['approve', 'fail'], fields.get('challenge') ?? '')
  const choice: till.Choice =
    end === 'approve' ? { kind: 'pay' } : { kind: 'decline', code: 'authentication_failed' }
  office.book.write(() => till.choose(office, payment.id, choice, null))
  return seeOther(payment.returnUrl)
}

/** What the buyer's bank does with a payment that is made. */
function answerDispute(office: Office, look: Look, payment: Payment, fields: URLSearchParams): Response {
  const step = one(['open', 'won', 'lost'], fields.get('dispute') ?? '')
  office.book.write(() =>
    step === 'open'
      ? till.dispute(office, payment.id, 'not_received')
      : till.settleDispute(office, payment.id, step),
  )
  return seeOther(`${look.path}/pay/${payment.id}`)
}

function one<const T extends string>(choices: readonly T[], value: string): T {
  if (choices.includes(value as T)) return value as T
  throw refusal(400, 'invalid_request', `The form must say one of ${choices.join(', ')}.`)
}

function isSeconds(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= LONGEST
}
