/** Samples of the newsletter. */
import { newId } from '#kit/id.ts'
import type { Person, Shop } from '#testing/shop.ts'
import { list } from '../../modules/newsletter/admin/list.ts'
import { ask } from '../../modules/newsletter/ask.ts'
import { linkToken } from '../../modules/newsletter/subscription.ts'
import type { Samples } from './sample.ts'

const wording = 'We write when there is something new.'

/** Somebody who has asked, and not confirmed yet. */
export async function asked(shop: Shop, who: Person = shop.guest()): Promise<string> {
  const email = `reader-${newId()}@example.com`
  await who.call(ask, { email, wording })
  return (await shop.bob.call(list, { email })).items[0]!.id
}

const link = (purpose: 'confirm' | 'end') => async (shop: Shop) => ({
  token: linkToken(shop.app.config.secret, purpose, await asked(shop)),
})

export const newsletterSamples: Samples = {
  'newsletter.ask': { input: () => ({ email: `reader-${newId()}@example.com`, wording }) },
  'newsletter.confirm': { input: link('confirm') },
  'newsletter.end': { input: link('end') },
  'newsletter.mine': { input: () => ({}) },
  'newsletter.endMine': { input: () => ({}) },
  'newsletter.admin.list': { input: () => ({ limit: 5 }) },
  'newsletter.admin.end': { input: async (shop) => ({ subscriptionId: await asked(shop) }) },
}
