/** What was sold in a time, for the back office: by day, week, month or year, by market and by currency. */
import { invalid } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Day, Flag, List, Text, Type, shape } from '#kit/types.ts'
import { SalesFigure, SalesStep, SalesTotal, salesFigures } from '../figures.ts'

/** Days for a year and a bit in some markets and currencies; who wants more asks for longer steps. */
const MOST_FIGURES = 5000
/** A currency each. */
const MOST_TOTALS = 200
const LONGEST_DAYS = 3660 // ten years
const DAY_MS = 86_400_000

const SalesSummary = shape('SalesSummary', {
  /** IANA name; days begin and end in it. */
  timeZone: Text(80),
  totals: List(SalesTotal, MOST_TOTALS),
  figures: List(SalesFigure, MOST_FIGURES),
})

export const summary = query({
  id: 'orders.admin.summary',
  summary: 'What was sold: counts, sums and averages',
  description:
    'From one day to another, both included, in the time zone of the store. Each `step` (a day unless said otherwise) in which something was sold or given back has a figure for each currency, and `byMarket` for each market.',
  rest: 'GET /sales-summary',
  audience: 'staff',
  access: permission('orders.read'),
  input: Type.Object({
    from: Day,
    to: Day,
    step: Type.Optional(SalesStep),
    byMarket: Type.Optional(Flag),
  }),
  output: SalesSummary,
  async run({ from, to, step = 'day', byMarket = false }, ctx) {
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
    if (days < 1) throw invalid('to', 'before_from', 'The last day is before the first.')
    if (days > LONGEST_DAYS)
      throw invalid('to', 'too_long', `This is longer than ${LONGEST_DAYS} days; ask for a part of it.`)
    const asked = { from, to, step, byMarket }
    const { figures, totals } = await salesFigures(ctx, asked, MOST_FIGURES + MOST_TOTALS)
    if (figures.length > MOST_FIGURES)
      throw invalid('step', 'too_short', `This has more than ${MOST_FIGURES} figures; ask for longer steps.`)
    return { timeZone: ctx.scope.timeZone, totals, figures }
  },
})
