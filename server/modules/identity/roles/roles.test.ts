/** Rights are given and taken while the store runs, by those who have them, and an owner always stays. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { list as audit } from '../../system/audit/list.ts'
import { get as storeSettings } from '../../settings/store/get.ts'
import { suspend } from '../people/suspend.ts'
import { list as permissions } from '../permissions/list.ts'
import { startSession } from '../session.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { grant } from './grant.ts'
import { list } from './list.ts'
import { revoke } from './revoke.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, alice, app } = shop
const role = (...granted: string[]) =>
  bob.call(create, { key: `r-${newId()}`, name: 'Role', permissions: granted })

async function tokenOf(personId: string): Promise<string> {
  return shop.inside(async (ctx) => (await startSession(ctx, { personId, guestId: newId() })).token)
}

const readSettings = (token: string) =>
  app.invoke(storeSettings, {}, { hint: { storeId: shop.storeId }, credentials: { bearerToken: token } })

test('a role given or taken, and a change of what it may do, works with the next request', async () => {
  const dora = await shop.person(`dora-${newId()}`, [])
  const token = await tokenOf(dora.id)
  const made = await role('settings.read')
  await assert.rejects(readSettings(token), { code: 'forbidden' })
  const given = await bob.call(grant, { personId: dora.id, roleId: made.id })
  assert.deepEqual(
    given.roles.map((each) => each.id),
    [made.id],
  )
  assert.equal((await readSettings(token)).name, 'Test shop')
  await bob.call(update, { roleId: made.id, permissions: ['orders.read'] })
  await assert.rejects(readSettings(token), { code: 'forbidden' })
  await bob.call(update, { roleId: made.id, permissions: ['settings.read', 'orders.read', 'orders.read'] })
  assert.ok(await readSettings(token))
  assert.deepEqual((await bob.call(revoke, { personId: dora.id, roleId: made.id })).roles, [])
  await assert.rejects(readSettings(token), { code: 'forbidden' })
  assert.deepEqual((await bob.call(revoke, { personId: dora.id, roleId: made.id })).roles, [])
})

test('every change is kept with before and after, and for the person concerned', async () => {
  const dora = await shop.person(`dora-${newId()}`, [])
  const made = await role('orders.read')
  await bob.call(grant, { personId: dora.id, roleId: made.id })
  await bob.call(grant, { personId: dora.id, roleId: made.id })
  await bob.call(revoke, { personId: dora.id, roleId: made.id })
  const { items } = await bob.call(audit, { subjectId: dora.id })
  assert.deepEqual(
    items.map(({ operation, actor, before, after }) => [
      operation,
      actor,
      JSON.parse(before!).roles,
      JSON.parse(after!).roles,
    ]),
    [
      ['identity.roles.revoke', bob.id, [made.key], []],
      ['identity.roles.grant', bob.id, [], [made.key]],
    ],
  )
  const { rows } = await app.pool.pg.query(
    'select kind from identity.security_event where person_id = $1 order by at, id',
    [dora.id],
  )
  assert.deepEqual(
    rows.map((row) => row.kind),
    ['role_granted', 'role_revoked'],
  )
  await bob.call(update, { roleId: made.id, name: 'Reader', permissions: ['orders.read', 'stock.read'] })
  const { items: changes } = await bob.call(audit, { operation: 'identity.roles.update', subjectId: made.id })
  assert.deepEqual(
    [JSON.parse(changes[0]!.before!).permissions, JSON.parse(changes[0]!.after!).permissions],
    [['orders.read'], ['orders.read', 'stock.read']],
  )
})

test('nobody grants, makes, changes or takes what they lack', async () => {
  const warden = await shop.person(`warden-${newId()}`, ['roles.write', 'orders.read'])
  const [weak, strong] = [await role('orders.read'), await role('orders.read', 'settings.write')]
  const dora = await shop.person(`dora-${newId()}`, [])
  await warden.call(grant, { personId: dora.id, roleId: weak.id })
  const refused = { code: 'identity.beyond_own_rights', details: { permissions: ['settings.write'] } }
  await assert.rejects(warden.call(grant, { personId: dora.id, roleId: strong.id }), refused)
  await assert.rejects(warden.call(grant, { personId: warden.id, roleId: strong.id }), refused)
  await assert.rejects(
    warden.call(create, { key: 'mine', name: 'Mine', permissions: ['settings.write'] }),
    refused,
  )
  await assert.rejects(
    warden.call(update, { roleId: weak.id, permissions: ['orders.read', 'settings.write'] }),
    refused,
  )
  await assert.rejects(warden.call(update, { roleId: strong.id, permissions: ['orders.read'] }), refused)
  await assert.rejects(warden.call(archive, { roleId: strong.id }), refused)
  await bob.call(grant, { personId: dora.id, roleId: strong.id })
  await assert.rejects(warden.call(revoke, { personId: dora.id, roleId: strong.id }), refused)
  await assert.rejects(warden.call(create, { key: 'all', name: 'All', permissions: ['*'] }), {
    code: 'identity.beyond_own_rights',
    details: { permissions: ['*'] },
  })
})

test('a permission that nobody declares is refused with its place', async () => {
  await assert.rejects(role('orders.read', 'orders.fly'), (error) => {
    const { code, errors } = error as unknown as { code: string; errors: { path: string; code: string }[] }
    assert.equal(code, 'invalid_input')
    assert.deepEqual([errors[0]!.path, errors[0]!.code], ['permissions.1', 'unknown_permission'])
    return true
  })
  const made = await role('orders.read')
  await app.pool.pg.query(
    `update identity.role set permissions = '{orders.read,gone.plugin}' where id = $1`,
    [made.id],
  )
  const kept = await bob.call(update, {
    roleId: made.id,
    name: 'Kept',
    permissions: ['gone.plugin', 'orders.read', 'stock.read'],
  })
  assert.deepEqual(kept.permissions, ['gone.plugin', 'orders.read', 'stock.read'])
})

test('a role has a key of its own, is changed by version, and goes only when nobody has it', async () => {
  const made = await bob.call(create, {
    key: 'packer',
    name: ' Packs  things ',
    permissions: ['orders.read'],
  })
  assert.deepEqual([made.name, made.people, made.version], ['Packs things', 0, 1])
  await assert.rejects(bob.call(create, { key: 'packer', name: 'Again', permissions: [] }), {
    code: 'identity.role_key_taken',
  })
  await assert.rejects(bob.call(update, { roleId: made.id, name: 'X', expectedVersion: 7 }), {
    code: 'stale_version',
  })
  await bob.call(grant, { personId: alice.id, roleId: made.id })
  await assert.rejects(bob.call(archive, { roleId: made.id }), {
    code: 'identity.role_in_use',
    details: { people: 1 },
  })
  assert.equal((await bob.call(list, {})).items.find((each) => each.id === made.id)!.people, 1)
  await bob.call(revoke, { personId: alice.id, roleId: made.id })
  await bob.call(archive, { roleId: made.id })
  for (const gone of [
    () => bob.call(update, { roleId: made.id, name: 'X' }),
    () => bob.call(grant, { personId: alice.id, roleId: made.id }),
    () => bob.call(grant, { personId: newId(), roleId: made.id }),
  ])
    await assert.rejects(gone, { code: 'not_found' })
  assert.ok(await bob.call(create, { key: 'packer', name: 'New', permissions: [] }))
})

test('the last owner stays: by taking, changing the role, or shutting out', async () => {
  const { items } = await bob.call(list, {})
  const own = items.find((each) => each.permissions.includes('*') && each.people === 1)!
  for (const attempt of [
    () => bob.call(revoke, { personId: bob.id, roleId: own.id }),
    () => bob.call(update, { roleId: own.id, permissions: ['orders.read'] }),
    () => bob.call(suspend, { personId: bob.id }),
  ])
    await assert.rejects(attempt, { code: 'identity.last_owner' })
  await bob.call(update, { roleId: own.id, name: 'Boss', permissions: ['*'] })
  await shop.invariants()
})

test('two owners who remove each other at the same moment: one stays, twenty times over', async () => {
  const owner = await bob.call(create, { key: 'second-owner', name: 'Owner', permissions: ['*'] })
  const { items } = await bob.call(list, {})
  const first = items.find((each) => each.permissions.includes('*') && each.people === 1)!
  const carol = await shop.person('carol', ['*'])
  const hers = (await bob.call(list, {})).items.find(
    (each) => each.permissions.includes('*') && ![first.id, owner.id].includes(each.id),
  )!
  for (let round = 0; round < 20; round++) {
    const both = await Promise.allSettled([
      bob.call(revoke, { personId: carol.id, roleId: hers.id }),
      round % 2
        ? carol.call(revoke, { personId: bob.id, roleId: first.id })
        : carol.call(suspend, { personId: bob.id }),
    ])
    const codes = both.map((each) => (each.status === 'fulfilled' ? 'done' : each.reason.code)).sort()
    assert.deepEqual(codes, ['done', 'identity.last_owner'])
    await shop.invariants()
    // As it was, for the next round.
    await app.pool.pg.query(`update identity.person set state = 'active' where id = $1`, [bob.id])
    for (const [person, roleId] of [
      [bob.id, first.id],
      [carol.id, hers.id],
    ])
      await app.pool.pg.query(
        `insert into identity.person_role (store_id, person_id, role_id, granted_at, granted_by) values ($1, $2, $3, now(), 'test') on conflict do nothing`,
        [shop.storeId, person, roleId],
      )
  }
})

test('a store without an owner is found', async () => {
  const { rows } = await app.pool.pg.query('select * from identity.person_role')
  await app.pool.pg.query(
    `delete from identity.person_role where role_id in (select id from identity.role where '*' = any(permissions))`,
  )
  await app.pool.pg.query(
    `insert into identity.person_role (store_id, person_id, role_id, granted_at, granted_by)
     select store_id, $1, id, now(), 'test' from identity.role where not '*' = any(permissions) limit 1 on conflict do nothing`,
    [alice.id],
  )
  await assert.rejects(shop.invariants(), /ID-12\.owner/)
  await app.pool.pg.query('delete from identity.person_role')
  for (const row of rows)
    await app.pool.pg.query('insert into identity.person_role values ($1, $2, $3, $4, $5)', [
      row.store_id,
      row.person_id,
      row.role_id,
      row.granted_at,
      row.granted_by,
    ])
  await shop.invariants()
})

test('a store has two hundred roles at most', async () => {
  const { items } = await bob.call(list, {})
  await app.pool.pg.query(
    `insert into identity.role (id, store_id, key, name, permissions, created_at, updated_at)
     select gen_random_uuid(), $1, 'bulk-' || n, 'Bulk', '{}', now(), now() from generate_series(1, $2::int) n`,
    [shop.storeId, 200 - items.length],
  )
  await assert.rejects(role('orders.read'), { code: 'identity.too_many_roles' })
})

test('the list of permissions is what the modules declare', async () => {
  const { items } = await bob.call(permissions, {})
  const names = items.map((each) => each.name)
  for (const name of ['roles.write', 'orders.read', 'stock.write']) assert.ok(names.includes(name), name)
  assert.equal(new Set(names).size, names.length)
  await assert.rejects(alice.call(permissions, {}), { code: 'forbidden' })
  await assert.rejects(shop.staff('roles.read').call(create, { key: 'x', name: 'X', permissions: [] }), {
    code: 'forbidden',
  })
})
