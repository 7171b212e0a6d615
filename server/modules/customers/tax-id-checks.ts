/** The check digits of tax ids, country by country: each is given the id without its prefix, of the right form. */

type Check = (body: string) => boolean

const digitsOf = (text: string) => Array.from(text, Number)
const weighed = (digits: readonly number[], weights: readonly number[]) =>
  weights.reduce((sum, weight, index) => sum + weight * digits[index]!, 0)
/** Sum of the digits of the number itself. */
const crossSum = (number: number) => (number > 9 ? number - 9 : number)

/** ISO 7064, modulus 11, 10. */
function hybrid(body: string): boolean {
  const digits = digitsOf(body)
  let product = 10
  for (const digit of digits.slice(0, -1)) product = (2 * ((digit + product) % 10 || 10)) % 11
  return (11 - product) % 10 === digits.at(-1)
}

function luhn(body: string): boolean {
  const digits = digitsOf(body).toReversed()
  const sum = digits.reduce((total, digit, index) => total + (index % 2 ? crossSum(2 * digit) : digit), 0)
  return sum % 10 === 0
}

/** The last digit is what is left to eleven; `ten` and `eleven` are what stands for these, if anything does. */
const toEleven =
  (weights: number[], ten: number | null, eleven: number | null): Check =>
  (body) => {
    const digits = digitsOf(body)
    const rest = 11 - (weighed(digits, weights) % 11)
    return (rest === 10 ? ten : rest === 11 ? eleven : rest) === digits[weights.length]
  }

/** Weighed anew with the second row where the first one leaves ten, and a ten is nought then. */
function twice(first: number[], second: number[]): Check {
  return (body) => {
    const digits = digitsOf(body)
    const once = weighed(digits, first) % 11
    return (once === 10 ? (weighed(digits, second) % 11) % 10 : once) === digits[first.length]
  }
}

const austria: Check = (body) => {
  const digits = digitsOf(body.slice(1))
  const sum = digits
    .slice(0, 7)
    .reduce((total, digit, index) => total + (index % 2 ? crossSum(2 * digit) : digit), 0)
  return (10 - ((sum + 4) % 10)) % 10 === digits[7]
}

/** Nine digits are companies'; ten those of persons, foreigners and others, who have a rule each. */
const bulgaria: Check = (body) => {
  if (body.length === 9) return twice([1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 10])(body)
  const digits = digitsOf(body)
  const person = (weighed(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10
  const foreigner = weighed(digits, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10
  const other = toEleven([4, 3, 2, 7, 6, 5, 4, 3, 2], null, 0)(body)
  return person === digits[9] || foreigner === digits[9] || other
}

const CYPRIOT = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
const cyprus: Check = (body) => {
  const sum = digitsOf(body.slice(0, 8)).reduce(
    (total, digit, index) => total + (index % 2 ? digit : CYPRIOT[digit]!),
    0,
  )
  return !body.startsWith('12') && String.fromCharCode(65 + (sum % 26)) === body[8]
}

/** Eight digits are companies'; nine are birth numbers of before 1954, which have no check digit. */
const czechia: Check = (body) => {
  if (body.length === 9) return true
  if (body.length === 10)
    return Number(body) % 11 === 0 || (Number(body.slice(0, 9)) % 11) % 10 === Number(body[9])
  return body[0] !== '9' && toEleven([8, 7, 6, 5, 4, 3, 2], 0, 1)(body)
}

const SPANISH = 'TRWAGMYFPDXBNJZSQVHLCKE'
const spain: Check = (body) => {
  const last = body[8]!
  if (/^\d/.test(body)) return SPANISH[Number(body.slice(0, 8)) % 23] === last
  const foreigner = 'XYZ'.indexOf(body[0]!)
  if (foreigner !== -1) return SPANISH[Number(`${foreigner}${body.slice(1, 8)}`) % 23] === last
  if ('KLM'.includes(body[0]!)) return SPANISH[Number(body.slice(1, 8)) % 23] === last
  const sum = digitsOf(body.slice(1, 8)).reduce(
    (total, digit, index) => total + (index % 2 ? digit : crossSum(2 * digit)),
    0,
  )
  const control = (10 - (sum % 10)) % 10
  return String(control) === last || 'JABCDEFGHI'[control] === last
}

/** Of the keys only those of two digits can be computed. */
const france: Check = (body) =>
  !/^\d\d/.test(body) || (12 + 3 * (Number(body.slice(2)) % 97)) % 97 === Number(body.slice(0, 2))

/** Numbers given since 2010 leave 42 where older ones leave nothing. */
const britain: Check = (body) => {
  if (!/^\d/.test(body)) return true
  const sum = weighed(digitsOf(body), [8, 7, 6, 5, 4, 3, 2]) + Number(body.slice(7, 9))
  return sum % 97 === 0 || (sum + 55) % 97 === 0
}

const IRISH = 'WABCDEFGHIJKLMNOPQRSTUV'
const ireland: Check = (body) => {
  const old = /^(\d)[A-Z+*](\d{5})([A-W])$/.exec(body)
  const [, digits, letter, second = 'W'] = old
    ? [body, `0${old[2]}${old[1]}`, old[3]!]
    : /^(\d{7})([A-W])([A-IW])?$/.exec(body)!
  const sum = weighed(digitsOf(digits!), [8, 7, 6, 5, 4, 3, 2]) + 9 * IRISH.indexOf(second)
  return IRISH[sum % 23] === letter
}

const lithuania: Check = (body) =>
  body.length === 9
    ? twice([1, 2, 3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9, 1])(body)
    : twice([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2], [3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4])(body)

/** Persons have their birthday or, since 2017, anything after 32; companies begin above 3. */
const latvia: Check = (body) => {
  const digits = digitsOf(body)
  if (digits[0]! <= 3) return true
  const rest = weighed(digits, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11
  const check = rest === 4 ? -1 : rest > 4 ? 14 - rest : 3 - rest
  return check === digits[10]
}

const malta: Check = (body) =>
  37 - (weighed(digitsOf(body), [3, 4, 6, 7, 8, 9]) % 37) === Number(body.slice(6))

/** Since 2020 sole traders have numbers that say nothing of them: modulus 97 over the whole, prefix included. */
const netherlands: Check = (body) => {
  const digits = digitsOf(body.slice(0, 9))
  if (weighed(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === digits[8]) return true
  return BigInt(`2321${body.slice(0, 9)}11${body.slice(10)}`) % 97n === 1n
}

const romania: Check = (body) => {
  const digits = digitsOf(body.padStart(10, '0'))
  return ((weighed(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === digits[9]
}

export const CHECKS: Record<string, Check> = {
  AT: austria,
  BE: (body) => 97 - (Number(body.slice(0, 8)) % 97) === Number(body.slice(8)),
  BG: bulgaria,
  CH: (body) => toEleven([5, 4, 3, 2, 7, 6, 5, 4], null, 0)(body.slice(1)),
  CY: cyprus,
  CZ: czechia,
  DE: hybrid,
  DK: (body) => weighed(digitsOf(body), [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  EE: (body) => weighed(digitsOf(body), [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
  EL: (body) => (weighed(digitsOf(body), [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === Number(body[8]),
  ES: spain,
  FI: toEleven([7, 9, 10, 5, 8, 4, 2], null, 0),
  FR: france,
  GB: britain,
  HR: hybrid,
  HU: (body) => weighed(digitsOf(body), [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0,
  IE: ireland,
  IT: luhn,
  LT: lithuania,
  LU: (body) => Number(body.slice(0, 6)) % 89 === Number(body.slice(6)),
  LV: latvia,
  MT: malta,
  NL: netherlands,
  NO: (body) => toEleven([3, 2, 7, 6, 5, 4, 3, 2], null, 0)(body),
  PL: (body) => weighed(digitsOf(body), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === Number(body[9]),
  PT: toEleven([9, 8, 7, 6, 5, 4, 3, 2], 0, 0),
  RO: romania,
  SE: (body) => luhn(body.slice(0, 10)),
  SI: toEleven([8, 7, 6, 5, 4, 3, 2], 0, null),
  SK: (body) => Number(body) % 11 === 0,
}
