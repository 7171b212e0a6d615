/**
 * Before all journeys: a shop as its first start leaves it, closed again. Each file opens a copy of it, which takes a
 * second; stocking one of its own takes several.
 *
 * It makes no copies of pictures and films: that is work for minutes, which the journeys beside it would feel.
 */
import { rmSync } from 'node:fs'
import { startStore } from './store.ts'

const PLACE = 'E2E_STOCKED'

export default async function stock(): Promise<() => void> {
  const store = await startStore()
  for (const name of ['media.renditions', 'media.videos']) await store.run('system.jobs.pause', { name })
  await store.close({ keep: true })
  process.env[PLACE] = store.dataDir // workers are born with it
  return () => rmSync(store.dataDir, { recursive: true, force: true, maxRetries: 5 })
}

export function stocked(): string {
  const folder = process.env[PLACE]
  if (!folder) throw new Error('Journeys begin with playwright.config.ts, which stocks a shop for them.')
  return folder
}
