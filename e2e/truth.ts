/** What must be so after a journey, asked of the store over its public doors. */
import { expect, type Store } from './journey.ts'
import type { Mail } from './store.ts'

/** All mails to this address, once they are exactly these. That none follows is seen when the store closes. */
export async function mailsArrived(store: Store, address: string, subjects: RegExp[]): Promise<Mail[]> {
  let mails: Mail[] = []
  const arrived = async () => {
    mails = await store.mailsTo(address)
    return mails.map(({ subject }, index) => (subjects[index]?.test(subject) ? 'as expected' : subject))
  }
  await expect.poll(arrived, { timeout: 20_000 }).toEqual(subjects.map(() => 'as expected'))
  return mails
}

export const orderLinkIn = ({ text }: Mail): string => /https?:\S+\/orders\/\S+/.exec(text)?.[0] ?? 'no link'

type Variant = { id: string; sku: string; available: number }

export async function variantOf(store: Store, slug: string, sku: string): Promise<Variant> {
  const { body } = await store.call<{ variants: Variant[] }>('GET', `/v1/products/${slug}`)
  const found = body.variants.find((variant) => variant.sku === sku)
  if (!found) throw new Error(`${slug} has no variant ${sku}.`)
  return found
}

export async function availableOf(store: Store, slug: string, sku: string): Promise<number> {
  return (await variantOf(store, slug, sku)).available
}

type Report = { holds: boolean; items: { id: string; holds: boolean; rows: string[] }[] }

export async function invariantsHold(store: Store): Promise<void> {
  const { status, body } = await store.call<Report>('GET', '/v1/admin/invariants', { as: 'owner' })
  expect(status).toBe(200)
  expect(body.items.length).toBeGreaterThan(10)
  expect(body.items.filter((item) => !item.holds)).toEqual([])
}
