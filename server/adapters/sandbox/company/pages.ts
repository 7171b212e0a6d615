/**
 * The hosted pages, drawn. They work without script, under `default-src 'none'`.
 *
 * NOTE: browsers check `form-action` against redirects after a form too, so the shop's origin stands in it.
 */
import { html, type Html } from './html.ts'
import { formatAmount } from './money.ts'
import { DECLINES, SUMS, type Payment } from './payment.ts'
import { reply } from './wire.ts'

export type Look = { merchant: string; path: string }

const REASONS = {
  insufficient_funds: 'Insufficient funds',
  expired_card: 'Expired card',
  suspected_fraud: 'Suspected fraud',
  account_closed: 'Account closed',
}
const SUM_NAMES = { exact: 'In full', less: 'A tenth too little', more: 'A tenth too much' }

/** What the shopper sent, to be drawn again beside what was wrong with it. */
export type Form = {
  choice: string
  reason: string
  delay: string
  webhook: string
  late: string
  sum: string
}
const FRESH: Form = {
  choice: 'pay',
  reason: 'insufficient_funds',
  delay: '5',
  sum: 'exact',
  webhook: 'normal',
  late: '10',
}

/** A transfer is never there at once. */
export function freshForm({ method }: Payment): Form {
  return method === 'card' ? FRESH : { ...FRESH, choice: 'delay' }
}

export function paymentPage(
  look: Look,
  payment: Payment,
  form = freshForm(payment),
  errors: Partial<Form> = {},
): Response {
  const body = html`
    ${summary(look, payment)}
    ${
      Object.keys(errors).length > 0 &&
      html`<p class="alert" role="alert" id="wrong">
        Nothing happened yet: ${Object.values(errors).join(' ')}
      </p>`
    }
    <form method="post" action="${look.path}/pay/${payment.id}" novalidate>
      <fieldset class="choices">
        <legend>What should happen?</legend>
        ${payment.method === 'card' ? cardChoices(form, errors) : transferChoices(form, errors)}
      </fieldset>
      <fieldset class="choices two">
        <legend>How should the webhook behave?</legend>
        ${manner(form, 'normal', 'Normal', 'Once, at once.')}
        ${manner(form, 'twice', 'Twice', 'Each event two times.')}
        ${manner(form, 'late', 'Late', 'Held back for a while.', seconds('late', 'Wait', form.late, errors.late))}
        ${manner(form, 'out_of_order', 'Out of order', 'The newest event first.')}
      </fieldset>
      <button type="submit">Continue</button>
    </form>
    <p class="back">
      <a href="${payment.cancelUrl}">Go back to ${look.merchant} without paying</a>
    </p>
  `
  return page(`Pay ${shown(payment)} to ${look.merchant}`, look, payment, body, errorStatus(errors))
}

function cardChoices(form: Form, errors: Partial<Form>): Html[] {
  return [
    option(form, 'pay', 'Pay', 'The payment succeeds at once.', cardFields()),
    option(form, 'decline', 'Decline', 'The bank says no.', reasons(form, DECLINES.card)),
    option(form, 'challenge', '3-D Secure challenge', 'The bank asks you to confirm on a second page.'),
    option(
      form,
      'delay',
      'Delay',
      'Still on its way when you return.',
      seconds('delay', 'Arrives after', form.delay, errors.delay),
    ),
  ]
}

function transferChoices(form: Form, errors: Partial<Form>): Html[] {
  const more = html`${seconds('delay', 'Arrives after', form.delay, errors.delay)}
  ${chips(
    'sum',
    'Amount',
    form.sum,
    SUMS.map((sum) => [sum, SUM_NAMES[sum]]),
  )}`
  return [
    option(form, 'delay', 'Transfer', 'The money is on its way when you return.', more),
    option(form, 'decline', 'Decline', 'The bank says no.', reasons(form, DECLINES.bank_transfer)),
  ]
}

const reasons = (form: Form, codes: readonly (keyof typeof REASONS)[]) =>
  chips(
    'reason',
    'Reason',
    form.reason,
    codes.map((code) => [code, REASONS[code]]),
  )

function chips(name: string, legend: string, chosen: string, values: [value: string, text: string][]): Html {
  return html`<fieldset class="more chips">
    <legend>${legend}</legend>
    ${values.map(
      ([value, text]) =>
        html`<label class="chip"
          ><input type="radio" name="${name}" value="${value}" ${chosen === value && 'checked'} />
          <span>${text}</span></label
        >`,
    )}
  </fieldset>`
}

export function challengePage(look: Look, payment: Payment): Response {
  const body = html`
    ${summary(look, payment)}
    <section aria-labelledby="bank">
      <h2 id="bank">Your bank asks: is this you?</h2>
      <p>A real bank would send a code or wake its app. Here you decide how the 3-D Secure challenge ends.</p>
      <form method="post" action="${look.path}/pay/${payment.id}/challenge" class="side">
        <button type="submit" name="challenge" value="approve">Approve</button>
        <button type="submit" name="challenge" value="fail" class="quiet">Fail the challenge</button>
      </form>
    </section>
    <p class="back"><a href="${look.path}/pay/${payment.id}">Choose something else</a></p>
  `
  return page('Confirm with your bank', look, payment, body)
}

const STANDING: Record<Payment['state'], [title: string, text: string]> = {
  requires_action: ['This payment is open', 'It has not been paid yet.'],
  processing: ['This payment is on its way', 'The money has not arrived yet. You do not need to pay again.'],
  authorised: ['This payment is made', 'There is nothing more to pay.'],
  captured: ['This payment is made', 'There is nothing more to pay.'],
  failed: ['This payment was declined', 'Nothing was taken. Go back to the shop to try another way.'],
  cancelled: ['This payment was cancelled', 'Nothing was taken. Go back to the shop to begin again.'],
  expired: ['This payment has expired', 'Nothing was taken. Go back to the shop to begin again.'],
  voided: ['This payment was given back', 'The shop released it; nothing was taken.'],
  disputed: [
    'This payment is disputed',
    'The bank has taken the money back until it is settled whose it is.',
  ],
  won: ['The shop won the dispute', 'The payment stands, and the shop has the money again.'],
  lost: ['The shop lost the dispute', 'The money is back on the account it came from.'],
}

export function standingPage(look: Look, payment: Payment, status: number): Response {
  const [title, text] = STANDING[payment.state]
  const body = html`
    ${summary(look, payment)}
    <section aria-labelledby="standing">
      <h2 id="standing">${title}</h2>
      <p>${text}</p>
      <p><a class="button" href="${payment.returnUrl}">Back to ${look.merchant}</a></p>
    </section>
    ${payment.state === 'captured' && disputeForm(look, payment, 'A buyer may ask the bank for the money back.', ['open', 'Dispute this payment'])}
    ${payment.state === 'disputed' && disputeForm(look, payment, 'Here you are the bank, and decide.', ['won', 'The shop is right'], ['lost', 'The buyer is right'])}
  `
  return page(title, look, payment, body, status)
}

function disputeForm(
  look: Look,
  payment: Payment,
  text: string,
  ...buttons: [value: string, name: string][]
): Html {
  return html`<section aria-labelledby="dispute">
    <h2 id="dispute">The buyer’s bank</h2>
    <p>${text}</p>
    <form method="post" action="${look.path}/pay/${payment.id}/dispute" class="side">
      ${buttons.map(
        ([value, name]) =>
          html`<button type="submit" name="dispute" value="${value}" class="quiet">${name}</button>`,
      )}
    </form>
  </section>`
}

export function refusedPage(look: Look, status: number, title: string, text: string): Response {
  const body = html`<h1>${title}</h1>
    <p>${text}</p>`
  return page(title, look, null, body, status)
}

const shown = ({ amount, currency, locale }: Payment) => formatAmount(amount, currency, locale)
const errorStatus = (errors: object) => (Object.keys(errors).length > 0 ? 422 : 200)

const LONG = 13 // characters; a longer amount is set smaller, so that it stays on one line of a phone

function summary(look: Look, payment: Payment): Html {
  const amount = shown(payment)
  const isOpen = payment.state === 'requires_action'
  return html`<div class="summary">
    <h1>
      <span class="to">${isOpen ? 'Pay' : 'Payment to'} ${look.merchant}</span>
      <bdi class="amount ${amount.length > LONG && 'long'}">${amount}</bdi>
    </h1>
    <p class="about"><bdi>${payment.description}</bdi></p>
  </div>`
}

function option(form: Form, value: string, name: string, text: string, more: Html | null = null): Html {
  return row('choice', value, form.choice === value, name, text, more)
}

function manner(form: Form, value: string, name: string, text: string, more: Html | null = null): Html {
  return row('webhook', value, form.webhook === value, name, text, more)
}

function row(
  group: string,
  value: string,
  checked: boolean,
  name: string,
  text: string,
  more: Html | null,
): Html {
  const id = `${group}-${value}`
  return html`<div class="row">
    <input
      type="radio"
      name="${group}"
      id="${id}"
      value="${value}"
      ${checked && 'checked'}
      aria-describedby="${id}-text"
    />
    <label for="${id}">${name}</label>
    <span class="text" id="${id}-text">${text}</span>
    ${more}
  </div>`
}

/** As a real page asks for them, so that a browser's wallet fills them in. They have no names: nothing of them is ever sent. */
const CARD: [id: string, label: string, autocomplete: string, inputmode: string][] = [
  ['card-number', 'Card number', 'cc-number', 'numeric'],
  ['card-name', 'Name on the card', 'cc-name', 'text'],
  ['card-expiry', 'Expiry date', 'cc-exp', 'numeric'],
  ['card-code', 'Security code', 'cc-csc', 'numeric'],
]

function cardFields(): Html {
  return html`<div class="more card">
    <p class="text">Leave these empty, or see what your browser fills in: they are not sent.</p>
    ${CARD.map(
      ([id, label, autocomplete, inputmode]) =>
        html`<p>
          <label for="${id}">${label}</label>
          <input id="${id}" autocomplete="${autocomplete}" inputmode="${inputmode}" maxlength="40" />
        </p>`,
    )}
  </div>`
}

function seconds(name: string, label: string, value: string, error: string | undefined): Html {
  return html`<p class="more seconds">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      inputmode="numeric"
      size="4"
      maxlength="4"
      autocomplete="off"
      ${error !== undefined && html`aria-invalid="true" aria-errormessage="wrong"`}
    />
    <span>seconds</span>
  </p>`
}

function page(title: string, look: Look, payment: Payment | null, body: Html, status = 200): Response {
  const shop = payment ? new URL(payment.returnUrl).origin : ''
  const { html: text } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} – Sandbox</title>
        <link rel="icon" href="${look.path}/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${look.path}/style.css" />
      </head>
      <body>
        <header>
          <p class="notice"><strong>Sandbox</strong> – no real money</p>
          <p class="brand"><span class="mark" aria-hidden="true"></span> Sandbox Payments</p>
        </header>
        <div class="frame">
          <main>${body}</main>
          <footer>
            <p>A pretend payment company for trying things out. It needs no card, and never moves money.</p>
            ${payment && html`<p class="ids">Payment <code>${payment.id}</code></p>`}
          </footer>
        </div>
      </body>
    </html> `
  return reply(status, 'text/html', text, {
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self'",
      `form-action 'self' ${shop}`.trim(),
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  })
}
