import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Currency, List, shape } from '#kit/types.ts'
import { currentSettings } from '../settings.ts'

export const MOST_CURRENCIES = 200

export const CurrencyList = shape('CurrencyList', { items: List(Currency, MOST_CURRENCIES) })

export const list = query({
  id: 'settings.currencies.list',
  summary: 'Currencies the store sells in, its own first',
  rest: 'GET /currencies',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: CurrencyList,
  run: async (_, ctx) => ({ items: (await currentSettings(ctx)).currencies }),
})
