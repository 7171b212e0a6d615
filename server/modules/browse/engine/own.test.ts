import { searchContract } from '#testing/search-contract.ts'

searchContract('the store’s own search', async () => ({ adapters: {}, close: async () => {} }))
