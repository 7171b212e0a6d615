/** The store's database: its own PostgreSQL beside the data, or the one that DATABASE_URL names; then the migrations. */
import { join } from 'node:path'
import type { Config } from '#kit/config.ts'
import { migrate } from '#kit/migrate.ts'
import { migrateQueue } from '#kit/queue.ts'
import { openCluster } from './adapters/embedded-postgres/cluster.ts'
import { migrationSets } from './modules.ts'

export interface OpenDatabase {
  config: Config
  close(): Promise<void>
}

export async function openDatabase(config: Config, say: (line: string) => void): Promise<OpenDatabase> {
  const cluster =
    config.databaseUrl === null
      ? await openCluster({ dataDir: join(config.dataDir, 'postgres'), log: say })
      : null
  const databaseUrl = config.databaseUrl ?? cluster!.url
  try {
    if (config.roles.has('migrate')) {
      const direct = config.databaseDirectUrl ?? databaseUrl
      await migrate(direct, migrationSets, { log: say })
      await migrateQueue(direct)
    }
  } catch (error) {
    await cluster?.stop()
    throw error
  }
  return { config: { ...config, databaseUrl }, close: async () => cluster?.stop() }
}
