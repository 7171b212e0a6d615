/** Which store a request is for, and in which language and currency it is answered. Filled by `settings`. */
import type { App } from './app.ts'
import type { Scope } from './context.ts'
import { port } from './port.ts'

export interface ScopeHint {
  host?: string | undefined
  storeId?: string | undefined
  channel?: string | undefined
  market?: string | undefined
  locale?: string | undefined
  currency?: string | undefined
  /** A token that lets in where the store is closed. */
  bypass?: string | undefined
}

export interface ScopeResolver {
  resolve(hint: ScopeHint, app: App): Scope | Promise<Scope>
  /** Every store there is, for what runs by the clock; a new one may be missing for a few seconds. */
  stores(app: App): Promise<{ id: string; timeZone: string }[]>
}

export const scopes = port<ScopeResolver>('kit.scope')
