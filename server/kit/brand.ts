/**
 * Marks values so that they are recognised across copies of this package.
 *
 * A plugin may bring its own copy of kit; `instanceof` would then fail where a
 * registered symbol does not.
 */
export function brand(name: string): symbol {
  return Symbol.for(`quayside.${name}`)
}

export function isBranded(value: unknown, mark: symbol): boolean {
  return (typeof value === 'object' || typeof value === 'function') && value !== null && mark in value
}
