/** A shop in which Bob imports and exports, by the operations and the job that do it. */
import { buffer } from 'node:stream/consumers'
import type { Person, Shop } from '#testing/shop.ts'
import { storeFile } from '../media/index.ts'
import { create as createExport } from './exports/create.ts'
import { exportedFile } from './exporting.ts'
import { FORMATS } from './formats/formats.ts'
import { create as createImport } from './imports/create.ts'
import type { ExchangeRun, FileFormat, Mapping } from './run.ts'
import { get } from './runs/get.ts'
import { faults as faultsOf } from './runs/faults.ts'
import { doRun } from './work.ts'

export interface Given {
  format?: FileFormat
  mapping?: Mapping
  delimiter?: 'comma' | 'semicolon' | 'tab' | 'pipe'
  dryRun?: boolean
  stopAtFault?: boolean
}

export function exchangeOf(shop: Shop, who: Person = shop.bob) {
  const { signal } = new AbortController()

  async function upload(text: string | Buffer, format: FileFormat): Promise<string> {
    const { id } = await shop.inside((ctx) =>
      storeFile(ctx, {
        name: `rows.${format}`,
        type: FORMATS[format].type,
        body: Buffer.from(text as string),
        visibility: 'private',
      }),
    )
    return id
  }

  async function begin(resource: string, text: string | Buffer, given: Given = {}): Promise<ExchangeRun> {
    const { format = 'csv', ...rest } = given
    const fileId = await upload(text, format)
    return who.call(createImport, { resource, fileId, format, dryRun: false, ...rest })
  }

  const work = (runId: string) => doRun(shop.app, shop.storeId, runId, signal)
  const ended = async (runId: string) => {
    await work(runId)
    return who.call(get, { runId })
  }

  return {
    begin,
    work,
    ended,
    upload,
    async bring(resource: string, text: string | Buffer, given?: Given) {
      return ended((await begin(resource, text, given)).id)
    },
    /** `3 sku unknown` for each fault. */
    async faults(runId: string) {
      const { items } = await who.call(faultsOf, { runId, limit: 100 })
      return items.map(({ line, column, code }) => `${line} ${column} ${code}`)
    },
    async fetch(resource: string, format: FileFormat = 'csv', narrow: Record<string, string> = {}) {
      const run = await ended((await who.call(createExport, { resource, format, narrow })).id)
      if (run.state !== 'done') throw new Error(`${run.state}: ${run.failureMessage}`)
      return shop.inside(async (ctx) => buffer((await exportedFile(ctx, run.id))!.content.open()))
    },
  }
}
