/** Pays on the hosted page as a browser without script would: sends the form, and the bank's where there is one. */
export type BuyerChoice =
  | 'pay'
  | 'decline'
  | 'delay'
  | { decline: 'insufficient_funds' | 'expired_card' | 'suspected_fraud' | 'account_closed' }
  | { challenge: 'approve' | 'fail' }
  /** Of a bank transfer the buyer may send too little or too much. */
  | { delaySeconds: number; sum?: 'less' | 'more' }

export type WebhookWish = 'normal' | 'twice' | 'out_of_order' | { lateSeconds: number }

const ANSWER_WITHIN = 10_000 // ms

/** Answers where the page sends the buyer; throws when the page refuses. */
export async function payOnSandbox(
  url: string,
  choice: BuyerChoice = 'pay',
  webhook: WebhookWish = 'normal',
): Promise<string> {
  const goesTo = await send(url, { ...fieldsOf(choice), ...fieldsOfWish(webhook) })
  if (typeof choice === 'string' || !('challenge' in choice)) return goesTo
  return send(goesTo, { challenge: choice.challenge })
}

function fieldsOf(choice: BuyerChoice): Record<string, string> {
  if (typeof choice === 'string') return { choice }
  if ('decline' in choice) return { choice: 'decline', reason: choice.decline }
  if ('challenge' in choice) return { choice: 'challenge' }
  const { delaySeconds, sum = 'exact' } = choice
  return { choice: 'delay', delay: String(delaySeconds), sum }
}

function fieldsOfWish(webhook: WebhookWish): Record<string, string> {
  if (typeof webhook === 'string') return { webhook }
  return { webhook: 'late', late: String(webhook.lateSeconds) }
}

/** What the buyer's bank does with a payment that is made. */
export async function disputeOnSandbox(url: string, step: 'open' | 'won' | 'lost'): Promise<void> {
  await send(`${url}/dispute`, { dispute: step })
}

async function send(url: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  })
  await response.body?.cancel()
  const location = response.headers.get('location')
  if (response.status === 303 && location) return new URL(location, url).href
  throw new Error(`The payment page answered ${response.status} to ${JSON.stringify(fields)}.`)
}
