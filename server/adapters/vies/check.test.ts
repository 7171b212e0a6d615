/** The Union’s service keeps the contract of checking tax ids, its twin answering over HTTP. */
import { taxIdCheckContract } from '../../modules/tax/id-check-contract.ts'
import { vies } from './check.ts'
import { UNKNOWN, openViesTwin, twinSend, type ViesFault } from './twin.ts'

const FAULTS: ViesFault[] = ['silent', 'broken', 'garbage', 'away', 'busy', 'huge', 'another']
const ids = { known: 'ATU13585627', unknown: UNKNOWN, requester: 'DE136695976' }

taxIdCheckContract('VIES', async () => {
  const twin = await openViesTwin()
  return {
    ...ids,
    check: vies({ url: twin.url }),
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

taxIdCheckContract('VIES as demo mode has it', async () => ({
  ...ids,
  check: vies({ url: 'twin:', send: twinSend }),
  failing: async () => undefined,
  close: async () => undefined,
}))
