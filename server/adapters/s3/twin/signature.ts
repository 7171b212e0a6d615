/**
 * AWS Signature Version 4 from the side that checks it, written from its documentation alone and without the library
 * that signs: a header or a link, its age, its place, and the bytes that came with it.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export interface Signed {
  method: string
  /** As it stood in the request line. */
  target: string
  headers: Record<string, string | undefined>
  body: Buffer
}

export interface Keys {
  accessKeyId: string
  secretAccessKey: string
  region: string
}

const SKEW_MS = 15 * 60_000
const UNSIGNED = 'UNSIGNED-PAYLOAD'
const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

interface Claim {
  credential: string[]
  signedHeaders: string[]
  signature: string
  date: string
  digest: string
  expiresMs: number | null
}

/** The code that S3 would refuse it with; null: it is signed. */
export function refuse(request: Signed, keys: Keys, nowMs: number): string | null {
  const url = new URL(request.target, 'http://twin')
  const claim = claimOf(request, url.searchParams)
  if (!claim) return 'AccessDenied'
  const [accessKeyId, day, region, service, end] = claim.credential
  if (accessKeyId !== keys.accessKeyId) return 'InvalidAccessKeyId'
  const at = Date.parse(claim.date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (Number.isNaN(at) || day !== claim.date.slice(0, 8)) return 'AccessDenied'
  if (region !== keys.region || service !== 's3' || end !== 'aws4_request')
    return 'AuthorizationHeaderMalformed'
  if (claim.expiresMs === null ? Math.abs(nowMs - at) > SKEW_MS : nowMs > at + claim.expiresMs)
    return claim.expiresMs === null ? 'RequestTimeTooSkewed' : 'AccessDenied'
  if (!coversAll(request, claim)) return 'AccessDenied'
  const right = Buffer.from(signatureOf(request, url, claim, keys.secretAccessKey))
  const given = Buffer.from(claim.signature)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return 'SignatureDoesNotMatch'
  return claim.digest === UNSIGNED || claim.digest === sha256(request.body)
    ? null
    : 'XAmzContentSHA256Mismatch'
}

function claimOf({ headers }: Signed, query: URLSearchParams): Claim | null {
  if (query.has('X-Amz-Signature')) {
    const of = (name: string) => query.get(`X-Amz-${name}`) ?? ''
    return {
      credential: of('Credential').split('/'),
      signedHeaders: of('SignedHeaders').split(';'),
      signature: of('Signature'),
      date: of('Date'),
      digest: UNSIGNED,
      expiresMs: Number(of('Expires')) * 1000,
    }
  }
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers['authorization'] ?? '',
    )
  const digest = headers['x-amz-content-sha256']
  if (!found || !digest) return null
  return {
    credential: found[1]!.split('/'),
    signedHeaders: found[2]!.split(';'),
    signature: found[3]!,
    date: headers['x-amz-date'] ?? '',
    digest,
    expiresMs: null,
  }
}

/** The host, and whatever else speaks to S3, must be under the signature. */
function coversAll({ headers }: Signed, { signedHeaders }: Claim): boolean {
  return Object.keys(headers).every(
    (name) => !(name === 'host' || name.startsWith('x-amz-')) || signedHeaders.includes(name),
  )
}

function signatureOf({ method, headers }: Signed, url: URL, claim: Claim, secret: string): string {
  const path = url.pathname
    .split('/')
    .map((part) => encoded(decodeURIComponent(part)))
    .join('/')
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
  const lines = claim.signedHeaders.map(
    (name) => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}\n`,
  )
  const canonical = [
    method,
    path,
    query.join('&'),
    lines.join(''),
    claim.signedHeaders.join(';'),
    claim.digest,
  ]
  const scope = claim.credential.slice(1)
  const toSign = ['AWS4-HMAC-SHA256', claim.date, scope.join('/'), sha256(canonical.join('\n'))].join('\n')
  const key = scope.reduce<string | Buffer>((last, part) => hmac(last, part), `AWS4${secret}`)
  return hmac(key, toSign).toString('hex')
}
