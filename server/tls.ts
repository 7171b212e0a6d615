/**
 * TLS of the store's own: certificate and key from two files, read again when they change.
 *
 * A proxy may end TLS instead; then neither is set, and `surfaces/https.ts` believes what the proxy says.
 */
import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { Server as SecureServer } from 'node:https'
import { createSecureContext } from 'node:tls'
import type { Config } from '#kit/config.ts'
import type { Log } from '#kit/log.ts'

/** Certificates are renewed weeks before they end; asking for the file's date also works where events do not. */
const LOOK_EVERY_MS = 5_000

export interface Certificate {
  cert: Buffer
  key: Buffer
}

/** Throws a sentence where they cannot be used. */
export function readCertificate({ certFile, keyFile }: NonNullable<Config['tls']>): Certificate {
  try {
    const found = { cert: readFileSync(certFile), key: readFileSync(keyFile) }
    createSecureContext(found)
    return found
  } catch (error) {
    throw new Error(`TLS_CERT and TLS_KEY cannot be used: ${(error as Error).message}.`, { cause: error })
  }
}

/** New connections get the new certificate; a pair that does not fit is told and the old one stays. */
export function followCertificate(
  server: SecureServer,
  tls: NonNullable<Config['tls']>,
  log: Log,
  everyMs = LOOK_EVERY_MS,
): () => void {
  const look = () => {
    try {
      server.setSecureContext(readCertificate(tls))
      log.info('the certificate has been read again')
    } catch (error) {
      log.warn({ err: error }, 'the new certificate cannot be used; the old one stays')
    }
  }
  const files = [tls.certFile, tls.keyFile]
  for (const file of files) watchFile(file, { interval: everyMs, persistent: false }, look)
  return () => files.forEach((file) => unwatchFile(file, look))
}

/** Listens on HTTP_PORT and sends everybody on to https; there is nothing else to be had here. */
export async function openRedirect({ host, httpPort, publicUrl }: Config): Promise<Server> {
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 15_000 }, (request, response) => {
    const path = request.url?.startsWith('/') ? request.url : '/'
    response.writeHead(308, { location: publicUrl + path, connection: 'close' }).end()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port: httpPort! }, resolve)
  })
  return server
}

/** What is open on the way between shoppers and the store; empty when nothing is. */
export function transportFindings(config: Config): { says: string; advice: string }[] {
  const { mode, publicUrl, tls, trustedProxies } = config
  if (mode === 'demo') return []
  if (!publicUrl.startsWith('https:'))
    return [
      {
        says: `PUBLIC_URL is ${publicUrl}: passwords, sessions and addresses pass unprotected.`,
        advice:
          'Set PUBLIC_URL to an https address, with TLS_CERT and TLS_KEY or behind a proxy that ends TLS.',
      },
    ]
  if (!tls && trustedProxies.length === 0)
    return [
      {
        says: 'The store speaks plain http and trusts no proxy, so it cannot tell https from http and sends nobody on.',
        advice:
          'Name the proxy that ends TLS in TRUSTED_PROXIES, or give the store its own: TLS_CERT and TLS_KEY.',
      },
    ]
  return []
}
