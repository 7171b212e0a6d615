import { taxProviderContract } from '../../modules/tax/provider-contract.ts'
import { taxService } from './provider.ts'
import { TWIN_KEY, openTaxTwin, type TwinFault } from './twin.ts'

const FAULTS: TwinFault[] = ['silent', 'broken', 'garbage', 'too_few', 'too_much', 'huge']

taxProviderContract('the tax service', async () => {
  const twin = await openTaxTwin()
  return {
    provider: taxService({ url: twin.url, secretKey: TWIN_KEY }),
    from: { country: 'DE', region: null, postalCode: null },
    to: { country: 'AT', region: 'B', postalCode: '1010' },
    async failing(work) {
      for (const fault of FAULTS) {
        twin.fault = fault
        await work(fault)
      }
      twin.fault = null
    },
    close: twin.close,
  }
})
