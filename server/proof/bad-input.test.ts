/**
 * G10: generated bad input for every operation, 1,000 cases a family (module), over REST.
 *
 * No answer is a 5xx; every refusal is a problem document that names no inside of ours
 * and has changed nothing; every success has the published shape.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Compile } from 'typebox/compile'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { Problem } from '#kit/problem.ts'
import { openShop } from '#testing/shop.ts'
import { startSession } from '../modules/identity/session.ts'
import { batchesOf } from '../surfaces/batch.ts'
import { createHttp } from '../surfaces/http.ts'
import { damage } from './damage.ts'
import { randomFrom, type Random } from './random.ts'
import { INSIDE, includedNames, marksOf, overRest, withoutEdges, type Answer } from './road.ts'
import { batchSamples } from './samples/batch.ts'
import { samples } from './samples/index.ts'

const CASES = Number(process.env['PROOF_CASES'] ?? 1000)
const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
/** A sample is made anew after so many tries, as some tries succeed and use it up. */
const TRIES_A_SAMPLE = 12

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const isProblem = Compile(Problem)
const edges = includedNames(shop.app)

const families = [
  ...shop.app.modules.map(({ name, operations }) => ({
    name,
    operations: operations.filter(({ access }) => access.rule !== 'system'),
  })),
  { name: 'batch', operations: batchesOf([...shop.app.operations.values()]) },
]
const sampleOf = ({ id }: Operation) => samples[id] ?? batchSamples[id]!

for (const { name, operations } of families.filter((family) => family.operations.length > 0)) {
  test(`${name} bears ${CASES} bad inputs (seed ${seed})`, async () => {
    const random = randomFrom(seed)
    const each = Math.ceil(CASES / operations.length)
    for (const operation of operations) await torment(operation, each, random)
  })
}

async function torment(operation: Operation, cases: number, random: Random): Promise<void> {
  const output = Compile(operation.output)
  for (let done = 0; done < cases;) {
    const staff = operation.access.rule === 'permission' || operation.id === 'admin.batch'
    const token = await shop.inside(
      async (ctx) =>
        (await startSession(ctx, { personId: (staff ? shop.bob : shop.alice).id, guestId: newId() })).token,
    )
    const sample = await sampleOf(operation).input(shop, shop.alice)
    for (let tries = 0; tries < TRIES_A_SAMPLE && done < cases; tries++, done++) {
      const input = damage(sample, random)
      const before = await marksOf(shop.app)
      const answer = await overRest(http, operation, input, token)
      const told = () =>
        `${operation.id} ${JSON.stringify(input).slice(0, 500)} → ${answer.status} ${answer.body.slice(0, 500)}`
      assert.ok(answer.status < 500, told())
      if (answer.status >= 400) await mustRefuseWell(operation, answer, before, told)
      else if (operation.kind !== 'stream' && answer.status !== 304)
        assert.ok(output.Check(withoutEdges(answer.json, edges)), told())
      if (operation.session && answer.status < 300) break
    }
  }
}

async function mustRefuseWell(
  operation: Operation,
  answer: Answer,
  before: string,
  told: () => string,
): Promise<void> {
  assert.match(answer.type, /^application\/problem\+json/, told())
  assert.ok(isProblem.Check(answer.json), told())
  // Who asks in SQL is told what PostgreSQL says of it, and every question is kept.
  const isSql = operation.id === 'system.sql.ask'
  if (!isSql) assert.doesNotMatch(answer.body, INSIDE, told())
  // Failed log-ins are remembered on purpose, and only they are.
  if (!isSql && !operation.id.startsWith('identity.'))
    assert.equal(await marksOf(shop.app), before, `changed something: ${told()}`)
}
