/** The store’s own search keeps the contract that engines outside keep. */
import { searchContract } from '#testing/search-contract.ts'

searchContract('the store’s own search', async () => ({ adapters: {}, close: async () => {} }))
