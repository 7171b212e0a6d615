/**
 * Passwords: argon2id, stored as a PHC string so that old parameters stay readable.
 *
 * Parameters are OWASP's (Password Storage Cheat Sheet): 19 MiB, 2 passes, 1 lane. A
 * hash made with weaker ones is renewed at the next log-in.
 */
import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Type } from '#kit/types.ts'

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

const MEMORY_KIB = 19 * 1024
const PASSES = 2
const LANES = 1
const TAG_BYTES = 32
const SALT_BYTES = 16

/** 10 to 128 characters; no other rules (NIST SP 800-63B). */
export const Password = Type.String({ format: 'text', minLength: 10, maxLength: 128, scalar: 'Text' })
/** For log-in: whatever was accepted once. */
export const GivenPassword = Type.String({ format: 'text', minLength: 1, maxLength: 128, scalar: 'Text' })

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await tagOf(password, salt, { memory: MEMORY_KIB, passes: PASSES, lanes: LANES })
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${text(salt)}$${text(tag)}`
}

/** Compared with when there is no such person, so that the answer takes as long. */
const NOBODY = hashPassword(randomBytes(24).toString('base64'))

export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const parsed = parse(hash ?? (await NOBODY))
  const tag = await tagOf(password, parsed.salt, parsed)
  return timingSafeEqual(tag, parsed.tag) && hash !== null
}

/** The person's password from now on, whether there was one or not. */
export async function writePassword(ctx: Ctx, personId: string, hash: string): Promise<void> {
  await sql`insert into identity.password (person_id, store_id, hash, changed_at) values (${personId}, ${ctx.storeId}, ${hash}, ${ctx.now()})
    on conflict (person_id) do update set hash = excluded.hash, seeded = false, changed_at = excluded.changed_at`.execute(
    ctx.db,
  )
}

export function isOutdated(hash: string): boolean {
  const { memory, passes } = parse(hash)
  return memory < MEMORY_KIB || passes < PASSES
}

function tagOf(
  password: string,
  nonce: Buffer,
  cost: { memory: number; passes: number; lanes: number },
): Promise<Buffer> {
  return derive('argon2id', {
    message: Buffer.from(password.normalize('NFC')),
    nonce,
    parallelism: cost.lanes,
    tagLength: TAG_BYTES,
    memory: cost.memory,
    passes: cost.passes,
  })
}

function parse(hash: string): { memory: number; passes: number; lanes: number; salt: Buffer; tag: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(hash)
  if (!match) throw new Error('A stored password hash cannot be read.')
  return {
    memory: Number(match[1]),
    passes: Number(match[2]),
    lanes: Number(match[3]),
    salt: Buffer.from(match[4]!, 'base64'),
    tag: Buffer.from(match[5]!, 'base64'),
  }
}
