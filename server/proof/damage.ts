/** Makes bad input of good: one to three faults of the kinds that people, programs and attackers send. */
import { pick, type Random } from './random.ts'

const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])

const VALUES: unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1,
  1.5,
  -1e9,
  2 ** 31,
  2 ** 53,
  2 ** 63,
  1e308,
  -1e308,
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  'null',
  'true',
  '٣',
  'ñ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202eabc',
  '😀'.repeat(50),
  'x'.repeat(5_000),
  'x'.repeat(100_000),
  "' or 1=1 --",
  "'; drop table orders.order; --",
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  'javascript:alert(1)',
  'https://evil.example/',
  '//evil.example',
  '\\\\evil',
  '%00',
  '%',
  '_',
  '2026-02-30',
  '9999999999-01-01',
  '0001-01-01T00:00:00.000Z',
  'EUR',
  'eur',
  'DE',
  'XX',
  '+4915112345678',
  'a@b',
  'not-a-uuid',
  '00000000-0000-0000-0000-000000000000',
  '01900000-0000-7000-8000-00000000dead',
  'WyJ4IiwieSIsInoiXQ',
  [],
  {},
  [null],
  [[]],
  [1, 2, 3],
  { a: 1 },
  { $ne: null },
  { length: 1e9 },
  deep(20),
  deep(200),
  Array.from({ length: 2_000 }, (_, n) => n),
]

const NAMES = [
  'price',
  'unitPrice',
  'amount',
  'total',
  'role',
  'permissions',
  'isAdmin',
  'storeId',
  'customerId',
  'state',
  'version',
  'id',
  '__proto__',
  'constructor',
  'toString',
  '',
  'x'.repeat(300),
  'a.b',
  'ünïcode',
  'sort',
  'limit',
  'fields',
  'expand',
]

export function damage(good: Record<string, unknown>, random: Random): Record<string, unknown> {
  const bad = structuredClone(good)
  const faults = 1 + Math.floor(random() * 3)
  for (let n = 0; n < faults; n++) harm(bad, random)
  return bad
}

function harm(target: Record<string, unknown>, random: Random): void {
  const place = somewhere(target, random)
  const names = Object.keys(place)
  const chance = random()
  if (chance < 0.2 || names.length === 0) place[pick(NAMES, random)] = structuredClone(pick(VALUES, random))
  else if (chance < 0.3) delete place[pick(names, random)]
  else place[pick(names, random)] = structuredClone(pick(VALUES, random))
}

/** The input itself, or an object somewhere inside. */
function somewhere(target: Record<string, unknown>, random: Random): Record<string, unknown> {
  const inner = Object.values(target).filter(
    (value): value is Record<string, unknown> =>
      typeof value === 'object' && value !== null && !Array.isArray(value),
  )
  return inner.length > 0 && random() < 0.5 ? somewhere(pick(inner, random), random) : target
}
