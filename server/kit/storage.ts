/**
 * Where files are kept: whole or not at all, under keys such as `media/0198.../original.jpg`.
 *
 * A store has its folder on disk (`disk-storage.ts`) or an S3-compatible service (`adapters/s3`); while it moves from
 * one to the other, both (`moving-storage.ts`). All pass one suite: `server/testing/storage-contract.ts`.
 */
import type { Readable } from 'node:stream'

export interface StoredObject {
  /** Of the whole file, also when a part of it was asked for. */
  bytes: number
  type: string
}

export interface StoredFile extends StoredObject {
  stream: Readable
}

/** From the first byte to the last, both included. */
export interface ByteRange {
  start: number
  end: number
}

export interface Storage {
  /** What was there is replaced once the last byte has come; on a failure it stays, and nothing is beside it. */
  put(
    key: string,
    body: Buffer | Readable,
    meta: { type: string },
  ): Promise<{ bytes: number; sha256: string }>
  find(key: string): Promise<StoredObject | null>
  open(key: string, range?: ByteRange): Promise<StoredFile | null>
  /** What is not there is as good as removed. */
  remove(key: string): Promise<void>
  /** Keys that start with `prefix`, in no special order. */
  list(prefix: string): AsyncIterable<string>
  /** An address that gives the file to whoever has it, for a while; null where the store hands it over itself. */
  linkTo(key: string, link: StorageLink): Promise<string | null>
  /** Throws a sentence that says what to do, when files cannot be kept here. */
  check(): Promise<void>
}

export interface StorageLink {
  seconds: number
  /** `Content-Disposition` of the answer. */
  disposition: string
}

const KEY = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/
const MAX_KEY = 512

export function mustBeKey(key: string): void {
  if (key.length > MAX_KEY || !KEY.test(key))
    throw new Error(`This is not a storage key: ${key.slice(0, 80)}`)
}
