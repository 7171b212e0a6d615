/** The addresses of the shop, read from its built pages, so that a new one is asked too; an id in one is nobody's. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

type Built = { routes: Record<string, { path?: string; module: { action?: unknown } }> }

export async function builtAddresses({ takingForms = false } = {}): Promise<string[]> {
  const file = join(import.meta.dirname, '../apps/storefront/build/server/index.js')
  const { routes } = (await import(pathToFileURL(file).href)) as Built
  return Object.values(routes)
    .filter(({ module }) => !takingForms || module.action)
    .map(({ path = '' }) => `/${path.replace(/:\w+/g, () => crypto.randomUUID())}`)
}
