/** What things cost, once more and on its own: exact fractions in BigInt, each rounded once. Prices include their tax. */
export interface Charge {
  /** Minor units. */
  unit: number
  quantity: number
  /** Taken off the whole. */
  off?: number
  /** Basis points: 1900 are 19 %. */
  rate: number
}

export interface Cost {
  subtotal: number
  discount: number
  delivery: number
  tax: number
  total: number
  taxes: { rate: number; base: number; amount: number }[]
}

export function costOf(lines: readonly Charge[], delivery: Charge | null): Cost {
  const amounts = [...lines, ...(delivery ? [delivery] : [])].map(({ unit, quantity, off = 0, rate }) => ({
    rate,
    off: BigInt(off),
    amount: BigInt(unit) * BigInt(quantity) - BigInt(off),
  }))
  const rates = [...new Set(amounts.map(({ rate }) => rate))].toSorted((a, b) => b - a)
  const taxes = rates.map((rate) => {
    const group = amounts.filter((each) => each.rate === rate)
    const tax = sum(group.map(({ amount }) => taxInside(amount, BigInt(rate))))
    return { rate, base: Number(sum(group.map(({ amount }) => amount)) - tax), amount: Number(tax) }
  })
  const discount = sum(amounts.map(({ off }) => off))
  const subtotal = sum(amounts.slice(0, lines.length).map(({ amount, off }) => amount + off))
  const brought = sum(amounts.slice(lines.length).map(({ amount }) => amount))
  return {
    subtotal: Number(subtotal),
    discount: Number(discount),
    delivery: Number(brought),
    tax: taxes.reduce((whole, { amount }) => whole + amount, 0),
    total: Number(subtotal - discount + brought),
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
