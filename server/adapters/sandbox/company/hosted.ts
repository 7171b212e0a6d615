/** The hosted payment pages: what a shopper sees and sends. Plain forms, answered with 303. */
import type { Office } from './events.ts'
import { DECLINES, MANNERS, type Payment, type Wish } from './payment.ts'
import { challengePage, FRESH, type Form, type Look, paymentPage, standingPage } from './pages.ts'
import { refusal } from './refusal.ts'
import * as till from './till.ts'
import { mustBe, readText, seeOther } from './wire.ts'

const LARGEST_FORM = 4096 // bytes
const LONGEST = 3600 // seconds a shopper may ask something to take

const CHOICES = ['pay', 'decline', 'challenge', 'delay'] as const

/** `path` begins after `/pay/`. */
export async function answerHosted(
  office: Office,
  look: Look,
  request: Request,
  path: string,
): Promise<Response> {
  const [, id, challenge] = /^(pay_[0-9a-f]{32})(\/challenge)?$/.exec(path) ?? []
  if (id === undefined) throw refusal(404, 'not_found', 'There is no payment at this address.')
  if (!['GET', 'POST'].includes(request.method))
    throw refusal(405, 'method_not_allowed', 'This page can be read and sent.')
  const fields = request.method === 'POST' ? await readForm(request) : null
  const payment = till.get(office, id)
  if (payment.state !== 'requires_action') return standingPage(look, payment, fields ? 409 : 200)
  if (challenge) return answerChallenge(office, look, payment, fields)
  return fields ? answerChoice(office, look, payment, fields) : paymentPage(look, payment)
}

async function readForm(request: Request): Promise<URLSearchParams> {
  mustBe(request, 'application/x-www-form-urlencoded')
  return new URLSearchParams(await readText(request, LARGEST_FORM))
}

function answerChoice(office: Office, look: Look, payment: Payment, fields: URLSearchParams): Response {
  const form = { ...FRESH }
  for (const [name, value] of fields) {
    if (!Object.hasOwn(form, name)) throw refusal(400, 'invalid_request', 'The form holds an unknown field.')
    form[name as keyof Form] = value.trim()
  }
  const kind = one(CHOICES, form.choice)
  const manner = one(MANNERS, form.webhook)
  const code = one(DECLINES, form.reason)
  const errors: Partial<Form> = {}
  if (kind === 'delay' && !isSeconds(form.delay)) errors.delay = `Delay by 1 to ${LONGEST} seconds.`
  if (manner === 'late' && !isSeconds(form.late)) errors.late = `Hold back for 1 to ${LONGEST} seconds.`
  if (Object.keys(errors).length > 0) return paymentPage(look, payment, form, errors)

  const wish: Wish = { manner, lateSeconds: manner === 'late' ? Number(form.late) : 0 }
  const choice: till.Choice =
    kind === 'decline' ? { kind, code } : kind === 'delay' ? { kind, seconds: Number(form.delay) } : { kind }
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

function one<const T extends string>(choices: readonly T[], value: string): T {
  if (choices.includes(value as T)) return value as T
  throw refusal(400, 'invalid_request', `The form must say one of ${choices.join(', ')}.`)
}

function isSeconds(text: string): boolean {
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= LONGEST
}
