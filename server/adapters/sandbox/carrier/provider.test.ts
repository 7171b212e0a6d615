/** The carrier of the sandbox keeps the contract of carriers, over HTTP. */
import { carrierContract } from '../../../modules/delivery/carrier-contract.ts'
import { sandboxCarrier } from './provider.ts'
import { NONSENSE, SECRET_KEY, standCarrier } from './standing.ts'

carrierContract('the sandbox carrier', async () => {
  const stand = await standCarrier()
  return {
    carrier: sandboxCarrier({ origin: stand.origin, secretKey: SECRET_KEY }),
    from: 'DE',
    to: {
      name: 'Alice Hart',
      company: null,
      line1: 'Kai 1',
      line2: null,
      postalCode: '20457',
      city: 'Hamburg',
      region: null,
      country: 'DE',
      phone: null,
    },
    currency: 'EUR',
    nowhere: 'AQ',
    async failing(work) {
      for (const fault of [{ before: 1 }, { after: 1 }, { silence: 1 }]) {
        stand.company.plan(fault)
        await work(JSON.stringify(fault))
      }
      stand.company.plan({})
      for (const [how, answer] of Object.entries(NONSENSE)) {
        stand.answer(answer)
        await work(how)
      }
      stand.answer(null)
    },
    close: stand.close,
  }
})
