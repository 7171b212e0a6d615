/** Accounts for those who work in the store, made where nobody can log in yet. */
import type { App } from '#kit/app.ts'
import { Misused, call, type Command } from './command.ts'
import { createPerson, grantRole, hashPassword } from '../modules/identity/index.ts'
import { asStore } from './command.ts'

interface Role {
  id: string
  key: string
}
interface Person {
  id: string
  email: string
}

const PASSWORD = { least: 10, most: 128 } // as at sign-up

export const createUser: Command = {
  name: 'create-user',
  usage: '<email> --role ROLE [--name NAME] [--password-stdin]',
  says: 'Make an account for somebody who works here',
  help: 'They get a mail with a link to set a password; with --password-stdin it is read from stdin instead.',
  flags: {
    role: { type: 'string' },
    name: { type: 'string' },
    'password-stdin': { type: 'boolean' },
  },
  async run({ words, flags, open, read }) {
    const [email] = words
    if (!email || words.length > 1 || !/^[^\s@]+@[^\s@]+$/.test(email))
      throw new Misused('Name one e-mail address.')
    if (!flags['role']) throw new Misused('Say which role they have: --role owner.')
    const app = await open()
    const role = await roleNamed(app, String(flags['role']))
    const name = String(flags['name'] ?? email.split('@')[0])
    if (!flags['password-stdin']) return call(app, 'identity.people.invite', { email, name, roleId: role.id })
    const password = (await read()).replace(/\r?\n$/, '')
    if (password.length < PASSWORD.least || password.length > PASSWORD.most)
      throw new Misused(`A password has from ${PASSWORD.least} to ${PASSWORD.most} characters.`)
    const passwordHash = await hashPassword(password)
    const made = await app.inTransaction(asStore, async (ctx) => {
      const person = await createPerson(ctx, { email, name, passwordHash })
      if (person) await grantRole(ctx, person.id, role.key)
      return person
    })
    if (!made)
      throw new Misused(`${email} has an account already. Give it the role: grant ${email} ${role.key}`)
    return { id: made.id, email: made.email, name: made.name, roles: [role.key] }
  },
}

export const grant: Command = {
  name: 'grant',
  usage: '<email> <role>',
  says: 'Give somebody with an account a role',
  async run({ words, open }) {
    const [email, key] = words
    if (!email || !key || words.length > 2) throw new Misused('Name an e-mail address and a role.')
    const app = await open()
    const role = await roleNamed(app, key)
    const wanted = email.trim().toLowerCase()
    const { items } = await call<{ items: Person[] }>(app, 'identity.people.list', { q: wanted })
    const person = items.find((each) => each.email === wanted)
    if (!person)
      throw new Misused(`Nobody has an account with ${email}. Make one: create-user ${email} --role ${key}`)
    return call(app, 'identity.roles.grant', { personId: person.id, roleId: role.id })
  },
}

async function roleNamed(app: App, key: string): Promise<Role> {
  const { items } = await call<{ items: Role[] }>(app, 'identity.roles.list', {})
  const role = items.find((each) => each.key === key)
  if (!role)
    throw new Misused(`There is no role ${key}. There are: ${items.map((each) => each.key).join(', ')}.`)
  return role
}
