/**
 * Ports: choices that a later module or a vendor's adapter makes for an earlier one.
 *
 * A port sits where it is needed; whoever fills it is found by name when the app
 * is put together. `many` ports have a list of fillers, called in module order.
 */
import type { TObject } from 'typebox'

export interface Port<T> {
  name: string
  many: boolean
  /** Never present: carries the type. */
  type?: T
}

export interface Filling {
  port: Port<unknown>
  by: string
  value: unknown
}

export function port<T>(name: string, options: { many?: boolean } = {}): Port<T> {
  return { name, many: options.many ?? false }
}

export function fill<T>(target: Port<T>, by: string, value: T): Filling {
  return { port: target as Port<unknown>, by, value }
}

export interface Adapter<T> {
  name: string
  fills: Port<T>
  config: TObject
  open: (config: Record<string, string>) => T | Promise<T>
}

export function adapter<T>(definition: Adapter<T>): Adapter<T> {
  return definition
}
