/** Tax ids as businesses write them on their letters, and as they mistype them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTaxId, taxIdOf } from './tax-id.ts'

/** Ids that were published as examples by tax offices, or stand in their companies' imprints. */
const REAL =
  `ATU13585627 BE0428759497 BG175074752 CHE107787577 CHE107787577TVA CY10259033P CZ25123891 CZ7103192745
  DE136695976 DK13585628 EE100931558 EL094259216 ESA13585625 ES54362315K ESX2482300W FI20774740 FR40303265045 FR83404833048
  GB980780684 GBGD001 HR33392005961 HU12892312 IE6433435F IE6433435OA IE8D79739I IT00743110157 LT119511515 LT100001919017
  LU15027442 LV40003521600 MT11679112 NL010000446B01 NL123456789B13 NO995525828MVA NO995525828 PL8567346215 PT501964843
  RO18547290 SE123456789701 SI50223054 SK2022749619`.split(/\s+/)

test('ids of the 27, of Britain, Norway and Switzerland are known', () => {
  for (const id of REAL) assert.equal(readTaxId(id)?.id, id)
  const countries = new Set(REAL.map((id) => readTaxId(id)!.country))
  assert.equal(countries.size, 30)
})

test('one digit off is refused, wherever the country published how its check digits are made', () => {
  let tried = 0
  let passed: string[] = []
  for (const id of REAL.filter((each) => !/^(GBGD|CZ\d{9}$)/.test(each)))
    for (const [at, sign] of [...id].entries()) {
      if (at < 2 || !/\d/.test(sign)) continue
      const other = id.slice(0, at) + ((Number(sign) + 1) % 10) + id.slice(at + 1)
      tried++
      if (readTaxId(other)) passed.push(other)
    }
  // What is no part of the check: the Dutch and Swedish counters of branches. And the Dutch may meet their older rule by chance.
  passed = passed.filter((id) => !/^(NL010000446B|SE1234567897|NL124456789B13)/.test(id))
  assert.ok(tried > 300)
  assert.deepEqual(passed, [])
})

test('written as people write', () => {
  for (const typed of ['de 136 695 976', 'DE-136695976', ' De136.695.976'])
    assert.deepEqual(readTaxId(typed), { id: 'DE136695976', country: 'DE' })
  assert.deepEqual(readTaxId('GR094259216'), { id: 'EL094259216', country: 'GR' })
  assert.equal(readTaxId('CHE-107.787.577 MWST')!.id, 'CHE107787577MWST')
})

test('what is wrong is told with how it should look', () => {
  const fault = (text: string) => {
    try {
      taxIdOf(text, 'taxId')
    } catch (error) {
      const [{ path, code, message }] = (
        error as { errors: [{ path: string; code: string; message: string }] }
      ).errors
      return `${path} ${code}: ${message}`
    }
    return null
  }
  assert.match(fault('DE136695975')!, /^taxId tax_id: .*looks like DE136695976/)
  assert.match(fault('GR1')!, /looks like EL094259216/)
  assert.match(fault('123')!, /begins with the letters of its country/)
  assert.equal(fault('DE136695976'), null)
})
