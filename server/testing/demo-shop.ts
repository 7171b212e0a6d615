/** The store as it is after its very first start: owner, roles and the demo shop, on a database of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App } from '#kit/app.ts'
import type { Config } from '#kit/config.ts'
import { silentLog } from '#kit/log.ts'
import { closeApp, openApp } from '../assemble.ts'
import { firstStart } from '../first-start.ts'
import { testDatabase } from './database.ts'
import { testConfig } from './shop.ts'

export interface DemoShop {
  app: App
  config: Config
  close(): Promise<void>
}

export async function openDemoShop(changed: Partial<Config> = {}): Promise<DemoShop> {
  const database = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'quayside-demo-'))
  const config: Config = {
    ...testConfig(database.url, dataDir, 0, 6),
    roles: new Set(['migrate', 'serve', 'work']),
    adapters: { PAYMENTS_PROVIDERS: 'sandbox', CARRIERS: 'sandbox', OWNER_EMAIL: 'owner@example.com' },
    ...changed,
  }
  const app = await openApp(config, { log: silentLog })
  await firstStart(app, () => {})
  const close = async () => {
    await closeApp(app)
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { app, config, close }
}
