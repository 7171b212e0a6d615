/**
 * G10 over gRPC: generated bad input for every operation, by a stock client, and bytes that are no message at all.
 *
 * What no message can say never leaves the client. Of the rest none is answered as a fault of the store; each
 * refusal carries its problem, names no inside of ours and has changed nothing.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Compile } from 'typebox/compile'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { openShop } from '#testing/shop.ts'
import { startSession } from '../modules/identity/session.ts'
import { methodPath } from '../surfaces/proto-model.ts'
import { damage } from './damage.ts'
import { openGrpcRoad, refused, type GrpcAnswer } from './road-grpc.ts'
import { randomFrom, type Random } from './random.ts'
import { INSIDE, includedNames, marksOf, withoutEdges } from './road.ts'
import { samples } from './samples/index.ts'

/** Over REST each family bears a thousand; behind both roads is the same check. */
const CASES = Number(process.env['PROOF_CASES'] ?? 60)
const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const INTERNAL = [2, 13]
const INVALID_ARGUMENT = 3

const shop = await openShop()
const road = await openGrpcRoad(shop.app)
after(async () => {
  await road.close()
  await shop.close()
})
const edges = includedNames(shop.app)

for (const { name, operations } of shop.app.modules) {
  const asked = operations.filter(({ access }) => access.rule !== 'system')
  if (asked.length === 0) continue
  test(`${name} bears ${CASES} bad inputs over gRPC (seed ${seed})`, async () => {
    const random = randomFrom(seed)
    for (const operation of asked) await torment(operation, Math.ceil(CASES / asked.length), random)
  })
}

async function torment(operation: Operation, cases: number, random: Random): Promise<void> {
  const output = Compile(operation.output)
  const token = await tokenFor(operation)
  const sample = await samples[operation.id]!.input(shop, shop.alice)
  for (let done = 0; done < cases; done++) {
    const input = damage(sample, random)
    const before = await marksOf(shop.app)
    const answer = await road.call(operation, input, token)
    const told = () => `${operation.id} ${JSON.stringify(input).slice(0, 500)} → ${JSON.stringify(answer)}`
    if (answer === null) continue
    if (answer.code !== 0) await mustRefuseWell(operation, answer, before, told)
    else if (operation.kind !== 'stream') assert.ok(output.Check(withoutEdges(answer.json, edges)), told())
    if (operation.session && answer.code === 0) break
  }
}

async function mustRefuseWell(operation: Operation, answer: GrpcAnswer, before: string, told: () => string) {
  assert.ok(!INTERNAL.includes(answer.code), told())
  assert.ok(answer.problem?.['code'], told())
  const isSql = operation.id === 'system.sql.ask'
  if (!isSql) assert.doesNotMatch(JSON.stringify([answer.problem, answer.violations]), INSIDE, told())
  if (!isSql && !operation.id.startsWith('identity.'))
    assert.equal(await marksOf(shop.app), before, `changed something: ${told()}`)
}

const tokenFor = ({ access }: Operation) =>
  shop.inside(async (ctx) => {
    const { id } = access.rule === 'permission' ? shop.bob : shop.alice
    return (await startSession(ctx, { personId: id, guestId: newId() })).token
  })

test('bytes that are no message are the caller’s mistake', async () => {
  const random = randomFrom(seed)
  const below = (most: number) => Math.floor(random() * most)
  const operation = shop.app.operations.get('cart.setDetails')!
  const whole = Buffer.from([10, 36, ...Buffer.from(newId()), 26, 5, ...Buffer.from('a@b.c')])
  const same = (bytes: Buffer) => bytes
  for (let round = 0; round < 200; round++) {
    const bytes = Buffer.from(whole.subarray(0, below(whole.length + 1)))
    if (bytes.length > 0) bytes[below(bytes.length)] = below(256)
    const code = await new Promise<number>((resolve) =>
      road.client.makeUnaryRequest(methodPath(operation), same, same, bytes, (error) =>
        resolve(error ? refused(error).code : 0),
      ),
    )
    assert.ok(!INTERNAL.includes(code), `${code} for ${bytes.toString('hex')}`)
  }
  const cut = await new Promise<number>((resolve) =>
    road.client.makeUnaryRequest(methodPath(operation), same, same, Buffer.from([255]), (error) =>
      resolve(error ? refused(error).code : 0),
    ),
  )
  assert.equal(cut, INVALID_ARGUMENT)
})
