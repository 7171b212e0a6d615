/** Samples of passkeys, made and signed with by a device of the test's own. */
import { newId } from '#kit/id.ts'
import { authenticator } from '#testing/authenticator.ts'
import type { Person, Shop } from '#testing/shop.ts'
import { add } from '../../modules/identity/passkeys/add.ts'
import { begin } from '../../modules/identity/passkeys/begin.ts'
import { beginLogIn } from '../../modules/identity/passkeys/begin-log-in.ts'
import { beginSignUp } from '../../modules/identity/passkeys/begin-sign-up.ts'
import { relyingParty } from '../../modules/identity/passkeys/relying-party.ts'
import type { Samples } from './sample.ts'

const device = (shop: Shop) => authenticator(relyingParty(shop.app.config).origin)
const nothing = { input: () => ({}) }

/** Those of earlier samples go: there is room for so many only. */
async function made(shop: Shop, owner: Person, phone = device(shop)) {
  await shop.app.pool.pg.query('delete from identity.passkey where person_id = $1', [owner.id])
  return { name: 'Telephone', passkey: phone.make(await owner.call(begin, {})) }
}

/** One more of a person's own. */
export async function oneMore(shop: Shop, owner: Person): Promise<void> {
  const passkey = device(shop).make(await owner.call(begin, {}))
  await owner.call(add, { name: 'Telephone', passkey })
}

const kept = async (shop: Shop, owner: Person) => ({
  passkeyId: (await owner.call(add, await made(shop, owner))).id,
})

const visitor = () => ({ email: `new-${newId()}@example.com`, name: 'New Person' })

export const passkeySamples: Samples = {
  'identity.passkeys.list': nothing,
  'identity.passkeys.begin': {
    input: async (shop, owner) => {
      await made(shop, owner)
      return {}
    },
  },
  'identity.passkeys.add': { input: (shop, owner) => made(shop, owner) },
  'identity.passkeys.rename': {
    owned: true,
    input: async (shop, owner) => ({ ...(await kept(shop, owner)), name: 'Old telephone' }),
  },
  'identity.passkeys.remove': { owned: true, input: kept },
  'identity.passkeys.beginLogIn': nothing,
  'identity.passkeys.logIn': {
    input: async (shop, owner) => {
      const phone = device(shop)
      await owner.call(add, await made(shop, owner, phone))
      return { passkey: phone.sign(await owner.call(beginLogIn, {})) }
    },
  },
  'identity.passkeys.beginSignUp': { input: visitor },
  'identity.passkeys.signUp': {
    input: async (shop, owner) => {
      const given = visitor()
      const passkey = device(shop).make(await owner.call(beginSignUp, given))
      return { ...given, passkeyName: 'Telephone', passkey }
    },
  },
}
