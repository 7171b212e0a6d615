/** What the demo shop stands on before it has goods: tax, and how parcels go. */
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { feesOf } from './abroad.ts'
import { inAll } from './catalogue/texts/index.ts'
import { writeDelivery } from '../modules/delivery/index.ts'
import { writeTax } from '../modules/tax/index.ts'

/** Beyond the Union the shop charges tax where it is registered: consumption tax in Japan, standard and reduced. */
const BEYOND: Record<string, [standard: number, reduced: number]> = { JP: [1000, 800] }

/** Standard and reduced VAT of each EU country, in basis points; as of January 2026 (European Commission, Taxes in Europe Database). */
const VAT: Record<string, [standard: number, reduced: number]> = {
  AT: [2000, 1000],
  BE: [2100, 600],
  BG: [2000, 900],
  CY: [1900, 900],
  CZ: [2100, 1200],
  DE: [1900, 700],
  DK: [2500, 2500],
  EE: [2400, 900],
  ES: [2100, 1000],
  FI: [2550, 1400],
  FR: [2000, 550],
  GR: [2400, 1300],
  HR: [2500, 1300],
  HU: [2700, 1800],
  IE: [2300, 1350],
  IT: [2200, 1000],
  LT: [2100, 900],
  LU: [1700, 800],
  LV: [2100, 1200],
  MT: [1800, 700],
  NL: [2100, 900],
  PL: [2300, 800],
  PT: [2300, 1300],
  RO: [2100, 1100],
  SE: [2500, 1200],
  SI: [2200, 950],
  SK: [2300, 1900],
}

export async function seedTax(ctx: Ctx, countries: string[]): Promise<{ standard: string; reduced: string }> {
  const [standard, reduced] = [newId(), newId()]
  const ratesOf = (country: string, name: string, [high, low]: [number, number]) =>
    [
      { categoryId: standard, rateBasisPoints: high },
      { categoryId: reduced, rateBasisPoints: low },
    ].map((rate) => ({
      id: newId(),
      country,
      name: `${name} ${rate.rateBasisPoints / 100} %`,
      startsOn: '2026-01-01',
      ...rate,
    }))
  await writeTax(
    {
      categories: [
        { id: standard, key: 'standard', name: 'Standard rate' },
        { id: reduced, key: 'reduced', name: 'Reduced rate' },
      ],
      rates: [
        ...countries.flatMap((country) => ratesOf(country, 'VAT', VAT[country] ?? [0, 0])),
        ...Object.entries(BEYOND).flatMap(([country, both]) => ratesOf(country, 'Consumption tax', both)),
      ],
    },
    ctx,
  )
  return { standard, reduced }
}

export async function seedDelivery(ctx: Ctx, taxCategoryId: string, countries: string[]): Promise<void> {
  const [home, abroad, america, japan] = [newId(), newId(), newId(), newId()]
  const methods = [
    {
      id: newId(),
      zoneId: home,
      key: 'parcel',
      name: 'Parcel',
      description: 'To your door',
      minDays: 1,
      maxDays: 3,
      amount: 490,
      freeFrom: 6000 as number | null,
    },
    {
      id: newId(),
      zoneId: home,
      key: 'express',
      name: 'Express',
      description: 'Next working day if ordered before 14:00',
      minDays: 1,
      maxDays: 1,
      amount: 1290,
      freeFrom: null,
    },
    {
      id: newId(),
      zoneId: abroad,
      key: 'parcel',
      name: 'Parcel',
      description: 'To your door',
      minDays: 3,
      maxDays: 6,
      amount: 990,
      freeFrom: 12000,
    },
    {
      id: newId(),
      zoneId: abroad,
      key: 'courier',
      name: 'Courier',
      description: 'At the carrier’s price of the day',
      minDays: 1,
      maxDays: 3,
      amount: 2490,
      freeFrom: null,
      live: { carrier: 'sandbox', service: 'express', markupBasisPoints: 0, answerWithinMs: 1500 },
    },
    {
      id: newId(),
      zoneId: america,
      key: 'parcel',
      name: 'Parcel',
      description: 'To your door',
      minDays: 5,
      maxDays: 10,
      amount: 1990,
      freeFrom: 20000,
    },
    {
      id: newId(),
      zoneId: japan,
      key: 'parcel',
      name: 'Parcel',
      description: 'To your door',
      minDays: 6,
      maxDays: 12,
      amount: 1990,
      freeFrom: 20000,
    },
  ]
  await writeDelivery(
    {
      zones: [
        { id: home, key: 'home', name: 'Germany', countries: ['DE'] },
        {
          id: abroad,
          key: 'eu',
          name: 'European Union',
          countries: countries.filter((country) => country !== 'DE'),
        },
        { id: america, key: 'america', name: 'North America', countries: ['US', 'CA'] },
        { id: japan, key: 'japan', name: 'Japan', countries: ['JP'] },
      ],
      methods: methods.map(({ id, zoneId, key, minDays, maxDays, live = null }, position) => ({
        id,
        zoneId,
        key,
        taxCategoryId,
        minDays,
        maxDays,
        position,
        live,
      })),
      texts: methods.flatMap(({ id, key, name, description }) =>
        inAll({ methodId: id, name, description }, ({ delivery }) =>
          delivery[key] ? { methodId: id, ...delivery[key] } : undefined,
        ),
      ),
      rates: methods.flatMap(({ id, ...fee }) => feesOf(id, fee)),
    },
    ctx,
  )
}
