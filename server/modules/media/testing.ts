/** A shop that listens, with Bob who uploads. */
import type { Port } from '#kit/port.ts'
import { openShop, type ShopOptions } from '#testing/shop.ts'
import { createHttp } from '../../surfaces/http.ts'
import { scanner, type Scanner } from './scanner.ts'
import { create } from './tickets/create.ts'

export type Made = { id: string; type: string; bytes: number; url: string | null; durationMs: number | null }

const PIECE = 'application/offset+octet-stream'

export async function storeAtWork(options: ShopOptions = {}) {
  const shop = await openShop(options)
  const scanners: Scanner[] = []
  const ports = <T>(target: Port<T>) =>
    target.name === scanner.name ? (scanners as T[]) : shop.app.ports(target)
  const http = await createHttp({ ...shop.app, ports })
  const url = await http.listen({ host: '127.0.0.1', port: 0 })
  const send = (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) =>
    fetch(url + path, { method, headers, ...(body && { body: new Uint8Array(body) }) })
  return {
    shop,
    url,
    /** Asked by whatever is uploaded from here on. */
    scanners,
    send,
    ticket: async (
      type: string,
      bytes: number,
      more: { visibility?: 'public'; expiresInSeconds?: number } = {},
    ) => (await shop.bob.call(create, { name: 'Menu – für Gäste.pdf', type, bytes, ...more })).uploadUrl,
    patch: (path: string, offset: number, body: Buffer) =>
      send('PATCH', path, { 'content-type': PIECE, 'upload-offset': String(offset) }, body),
    offset: async (path: string) => Number((await send('HEAD', path)).headers.get('upload-offset')),
    async objects(prefix: string): Promise<string[]> {
      return Array.fromAsync(shop.app.storage.list(prefix))
    },
    async close() {
      await http.close()
      await shop.close()
    },
  }
}
