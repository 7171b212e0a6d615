/**
 * G11 over gRPC: every operation of shop and staff has its method, and answers there what it answers over REST.
 *
 * What a sample says and what comes back is turned into messages and read again: nothing may be lost on the way.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Compile } from 'typebox/compile'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { openShop } from '#testing/shop.ts'
import { startSession } from '../modules/identity/session.ts'
import { createHttp } from '../surfaces/http.ts'
import { openGrpcRoad } from './road-grpc.ts'
import { judge } from './rights.ts'
import { includedNames, overRest, withoutEdges } from './road.ts'
import { samples } from './samples/index.ts'

const shop = await openShop()
const [http, grpc] = [await createHttp(shop.app), await openGrpcRoad(shop.app)]
after(async () => {
  await grpc.close()
  await http.close()
  await shop.close()
})

const operations = [...shop.app.operations.values()].filter(({ access }) => access.rule !== 'system')
const edges = includedNames(shop.app)
const UNIMPLEMENTED = 12
const UNKNOWN = 2

const tokenFor = ({ access }: Operation) =>
  shop.inside(async (ctx) => {
    const { id } = access.rule === 'permission' ? shop.bob : shop.alice
    return (await startSession(ctx, { personId: id, guestId: newId() })).token
  })

for (const operation of operations) {
  test(`${operation.id} is the same over gRPC`, async () => {
    const output = Compile(operation.output)
    const { input } = samples[operation.id]!
    const said = await input(shop, shop.alice)
    assert.deepEqual(grpc.there(operation, said), said, 'the input')

    const rest = await overRest(http, operation, said, await tokenFor(operation))
    if (rest.json && rest.status < 300)
      assert.deepEqual(grpc.back(operation, rest.json), rest.json, 'the answer')

    const answer = (await grpc.call(operation, await input(shop, shop.alice), await tokenFor(operation)))!
    assert.ok(answer.code !== UNIMPLEMENTED && answer.code !== UNKNOWN, `${answer.code} ${answer.message}`)
    const nobody = (await grpc.call(operation, await input(shop, shop.alice), null))!
    const expected = judge(operation, samples[operation.id]!.owned ?? false, 'anonymous')
    if (expected !== 'in') assert.equal(nobody.status, expected, `nobody: ${nobody.message}`)

    if (!fitsAnAddress(operation, said)) return
    assert.equal(
      answer.code === 0,
      rest.status < 300,
      `${rest.status} ${rest.body} but ${answer.code} ${answer.message}`,
    )
    if (answer.code !== 0) assert.equal(answer.status, rest.status, answer.message)
    else if (operation.kind !== 'stream')
      assert.ok(output.Check(withoutEdges(answer.json, edges)), JSON.stringify(answer.json))
  })
}

/** The road over REST says objects in a query as no client of the store would. */
function fitsAnAddress({ rest }: Operation, input: object): boolean {
  const inner = Object.values(input).filter((value) => typeof value === 'object' && !Array.isArray(value))
  return rest.method !== 'GET' || inner.length === 0
}
