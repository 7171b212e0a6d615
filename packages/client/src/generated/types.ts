// Generated from the operations by tools/contracts.ts; do not edit.
import type { CallOptions, Custom, ProblemOf, StreamOptions } from '../call.ts'

export type MarketTaxRounding = 'line' | 'total'

export interface Channel {
  id: string
  code: string
  name: string
  holdMinutes: number
  holdOnCheckout: boolean
  gaplessNumbers: boolean
}

export interface ChannelList {
  items: Channel[]
}

export interface Market {
  id: string
  code: string
  name: string
  currency: string
  countries: string[]
  pricesIncludeTax: boolean
  taxRounding: MarketTaxRounding
}

export interface MarketList {
  items: Market[]
}

export interface Store {
  id: string
  code: string
  name: string
  email: string
  currency: string
  locale: string
  country: string
  timeZone: string
  version: number
}

export interface Storefront {
  name: string
  locale: string
  currency: string
  timeZone: string
  countries: StorefrontCountry[]
  demo: boolean
}

export interface StorefrontCountry {
  code: string
  name: string
}

export interface SettingsChannelsListInput {}

export interface SettingsMarketsListInput {}

export interface SettingsStoreGetInput {}

export interface SettingsStoreUpdateInput {
  name?: string | undefined
  email?: string | undefined
  expectedVersion?: number | undefined
}

export interface SettingsStorefrontInput {}

export type AddressTooLongProblem = ProblemOf<'address_too_long', 414, { limitBytes: number }>
export type CrossSiteProblem = ProblemOf<'cross_site', 403, Record<string, never>>
export type ForbiddenProblem = ProblemOf<'forbidden', 403, Record<string, never>>
export type HeadersTooLargeProblem = ProblemOf<'headers_too_large', 431, { limitBytes: number }>
export type IdempotencyInProgressProblem = ProblemOf<'idempotency_in_progress', 409, Record<string, never>>
export type IdempotencyKeyNeededProblem = ProblemOf<'idempotency_key_needed', 400, Record<string, never>>
export type IdempotencyKeyReusedProblem = ProblemOf<'idempotency_key_reused', 422, Record<string, never>>
export type InternalProblem = ProblemOf<'internal', 500, Record<string, never>>
export type InvalidInputProblem = ProblemOf<'invalid_input', 422, Record<string, never>>
export type MethodNotAllowedProblem = ProblemOf<'method_not_allowed', 405, { allowed: string[] }>
export type NotFoundProblem = ProblemOf<'not_found', 404, Record<string, never>>
export type StaleVersionProblem = ProblemOf<'stale_version', 412, { currentVersion: number }>
export type TooLargeProblem = ProblemOf<'too_large', 413, { limitBytes: number }>
export type TooManyRequestsProblem = ProblemOf<'too_many_requests', 429, { retryAfterSeconds: number }>
export type TooSlowProblem = ProblemOf<'too_slow', 408, Record<string, never>>
export type UnauthenticatedProblem = ProblemOf<'unauthenticated', 401, Record<string, never>>
export type UnavailableProblem = ProblemOf<'unavailable', 503, { retryAfterSeconds: number }>
export type UnknownFieldProblem = ProblemOf<'unknown_field', 400, Record<string, never>>
export type UnreadableProblem = ProblemOf<'unreadable', 400, Record<string, never>>
export type UnsupportedMediaTypeProblem = ProblemOf<'unsupported_media_type', 415, Record<string, never>>

/** Everything that the server may refuse with, told apart by `code`. */
export type ServerProblem =
  | AddressTooLongProblem
  | CrossSiteProblem
  | ForbiddenProblem
  | HeadersTooLargeProblem
  | IdempotencyInProgressProblem
  | IdempotencyKeyNeededProblem
  | IdempotencyKeyReusedProblem
  | InternalProblem
  | InvalidInputProblem
  | MethodNotAllowedProblem
  | NotFoundProblem
  | StaleVersionProblem
  | TooLargeProblem
  | TooManyRequestsProblem
  | TooSlowProblem
  | UnauthenticatedProblem
  | UnavailableProblem
  | UnknownFieldProblem
  | UnreadableProblem
  | UnsupportedMediaTypeProblem

/** Each operation's own failures. */
export interface FailuresOf {
}

/** Every operation, by its id. */
export interface Client {
  settings: {
    channels: {
      /** Sales channels of the store */
      list(input?: SettingsChannelsListInput, options?: CallOptions): Promise<ChannelList>
    }
    markets: {
      /** Markets of the store: countries, currency and how tax is shown */
      list(input?: SettingsMarketsListInput, options?: CallOptions): Promise<MarketList>
    }
    store: {
      /** The store’s own settings */
      get(input?: SettingsStoreGetInput, options?: CallOptions): Promise<Store>
      /** Change the store’s name or e-mail */
      update(input?: SettingsStoreUpdateInput, options?: CallOptions): Promise<Store>
    }
    /** The store as shoppers meet it */
    storefront(input?: SettingsStorefrontInput, options?: CallOptions): Promise<Storefront>
  }
}
