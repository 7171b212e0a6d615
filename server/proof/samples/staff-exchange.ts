/** Samples of what staff do in bulk: imports, exports and how they went. */
import type { Shop } from '#testing/shop.ts'
import { create as createExport } from '../../modules/exchange/exports/create.ts'
import { storeFile } from '../../modules/media/index.ts'
import type { Samples } from './sample.ts'

const nothing = { input: () => ({}) }

async function file(shop: Shop): Promise<string> {
  const body = Buffer.from('product,name.en,taxCategory\ncup,Cup,standard\n')
  const { id } = await shop.inside((ctx) =>
    storeFile(ctx, { name: 'cups.csv', type: 'text/csv', body, visibility: 'private' }),
  )
  return id
}

async function run(shop: Shop) {
  const { id } = await shop.bob.call(createExport, { resource: 'stock', format: 'csv' })
  return { runId: id }
}

export const exchangeSamples: Samples = {
  'orders.past.list': { input: () => ({ email: 'dora@example.com' }) },
  'exchange.resources.list': nothing,
  'exchange.runs.list': nothing,
  'exchange.runs.get': { input: run },
  'exchange.runs.faults': { input: run },
  'exchange.runs.results': { input: run },
  'exchange.runs.cancel': { input: run },
  'exchange.exports.create': {
    input: () => ({ resource: 'prices', format: 'jsonl', narrow: { currency: 'EUR' } }),
  },
  'exchange.imports.create': {
    input: async (shop) => ({
      resource: 'products',
      fileId: await file(shop),
      delimiter: 'comma',
      dryRun: true,
    }),
  },
}
