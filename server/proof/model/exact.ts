/** What things cost, once more and on its own: exact fractions in BigInt, each rounded once. Prices include their tax. */
export interface Charge {
  /** Minor units. */
  unit: number
  quantity: number
  /** Basis points: 1900 are 19 %. */
  rate: number
}

export interface Cost {
  subtotal: number
  delivery: number
  tax: number
  total: number
  taxes: { rate: number; base: number; amount: number }[]
}

export function costOf(lines: readonly Charge[], delivery: Charge | null): Cost {
  const amounts = [...lines, ...(delivery ? [delivery] : [])].map(({ unit, quantity, rate }) => ({
    rate,
    amount: BigInt(unit) * BigInt(quantity),
  }))
  const rates = [...new Set(amounts.map(({ rate }) => rate))].toSorted((a, b) => b - a)
  const taxes = rates.map((rate) => {
    const group = amounts.filter((each) => each.rate === rate)
    const tax = sum(group.map(({ amount }) => taxInside(amount, BigInt(rate))))
    return { rate, base: Number(sum(group.map(({ amount }) => amount)) - tax), amount: Number(tax) }
  })
  const subtotal = sum(amounts.slice(0, lines.length).map(({ amount }) => amount))
  const brought = sum(amounts.slice(lines.length).map(({ amount }) => amount))
  return {
    subtotal: Number(subtotal),
    delivery: Number(brought),
    tax: taxes.reduce((whole, { amount }) => whole + amount, 0),
    total: Number(subtotal + brought),
    taxes,
  }
}

/** amount · rate / (1 + rate), halves up. */
function taxInside(amount: bigint, rate: bigint): bigint {
  const under = 10_000n + rate
  return (2n * amount * rate + under) / (2n * under)
}

function sum(parts: bigint[]): bigint {
  return parts.reduce((whole, part) => whole + part, 0n)
}
