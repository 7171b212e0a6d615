/**
 * A device that makes passkeys and signs with them, as browsers hand out its answers (`toJSON()`, of which the store
 * asks for a part). Its key is a real one of ES256; what a test gives in `lies` it says instead of the truth.
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

interface Lies {
  origin?: string
  rpId?: string
  challenge?: string
  type?: string
  counter?: number
}

const PRESENT = 0x01
const VERIFIED = 0x04
const CAN_BE_BACKED_UP = 0x08
const BACKED_UP = 0x10
const WITH_KEY = 0x40

const text = (bytes: Buffer) => bytes.toString('base64url')
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

export function authenticator(origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const device = { id: text(id), counter: 0, userHandle: undefined as string | undefined }
  const clientData = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(
      JSON.stringify({
        type: lies.type ?? type,
        challenge: lies.challenge ?? challenge,
        origin: lies.origin ?? origin,
        crossOrigin: false,
      }),
    )
  const head = (rpId: string, flags: number, lies: Lies) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(lies.counter ?? device.counter)
    return Buffer.concat([sha256(lies.rpId ?? rpId), Buffer.of(flags), counter])
  }

  return {
    device,
    make(
      { challenge, rp, user }: { challenge: string; rp: { id: string }; user: { id: string } },
      lies: Lies = {},
    ) {
      device.userHandle = user.id
      const { x, y } = publicKey.export({ format: 'jwk' })
      const flags = PRESENT | VERIFIED | CAN_BE_BACKED_UP | BACKED_UP | WITH_KEY
      const data = Buffer.concat([
        head(rp.id, flags, lies),
        Buffer.alloc(16), // the kind of device stays unsaid
        Buffer.of(0, id.length),
        id,
        Buffer.from('a5010203262001215820', 'hex'), // COSE: a key of ES256, its x …
        Buffer.from(x!, 'base64url'),
        Buffer.from('225820', 'hex'), // … and its y
        Buffer.from(y!, 'base64url'),
      ])
      const attestation = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'), // {fmt: none, attStmt: {}, authData: …
        Buffer.of(data.length),
        data,
      ])
      return {
        id: device.id,
        clientDataJSON: text(clientData('webauthn.create', challenge, lies)),
        attestationObject: text(attestation),
        transports: ['internal', 'hybrid'],
      }
    },
    sign({ challenge, rpId }: { challenge: string; rpId: string }, lies: Lies = {}) {
      const data = head(rpId, PRESENT | VERIFIED | CAN_BE_BACKED_UP | BACKED_UP, lies)
      const said = clientData('webauthn.get', challenge, lies)
      return {
        id: device.id,
        clientDataJSON: text(said),
        authenticatorData: text(data),
        signature: text(sign('sha256', Buffer.concat([data, sha256(said)]), privateKey)),
        ...(device.userHandle === undefined ? {} : { userHandle: device.userHandle }),
      }
    },
  }
}

export type Authenticator = ReturnType<typeof authenticator>
