/**
 * Making a passkey: what the browser is asked for, and whether what it brings is that.
 *
 * The shapes are WebAuthn's own in JSON, so that a browser's `parseCreationOptionsFromJSON` takes them as they are; of
 * its answer only what is looked at is sent. Who made the device is not asked ("attestation none").
 */
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { Int, Key, List, Text, Token, Type, shape, type Static } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'
import {
  CHALLENGE_LIVES,
  makeChallenge,
  openChallenge,
  type ChallengeUse,
  type OpenChallenge,
} from './challenge.ts'
import { MOST_PASSKEYS } from './passkey.ts'
import { relyingParty } from './relying-party.ts'
import { Base64Url, ClientData, CredentialId, checked } from './webauthn.ts'

/** Ed25519, ES256 and RS256, by their numbers in COSE; the first that a device knows is taken. */
const ALGORITHMS = [-8, -7, -257]
const MOST_TRANSPORTS = 8

const KnownPasskey = shape('KnownPasskey', {
  type: Key,
  id: CredentialId,
  transports: List(Key, MOST_TRANSPORTS),
})
export type KnownPasskey = Static<typeof KnownPasskey>

export const PasskeyCreation = shape(
  'PasskeyCreation',
  {
    challenge: Token,
    rp: shape('PasskeyShop', { id: Text(253), name: Text(200) }),
    user: shape('PasskeyUser', { id: Token, name: Text(254), displayName: Text(120) }),
    pubKeyCredParams: List(shape('PasskeyAlgorithm', { type: Key, alg: Int(-65_535, 65_535) }), 8),
    timeout: Int(0, 600_000),
    excludeCredentials: List(KnownPasskey, MOST_PASSKEYS),
    authenticatorSelection: shape('PasskeyDevice', { residentKey: Key, userVerification: Key }),
    attestation: Key,
  },
  {
    description: 'For `navigator.credentials.create`, by `PublicKeyCredential.parseCreationOptionsFromJSON`.',
  },
)

/** Of the browser's answer, in the words of its `toJSON()`. */
export const MadePasskey = shape('MadePasskey', {
  id: CredentialId,
  clientDataJSON: ClientData,
  attestationObject: Base64Url(16_384),
  transports: List(Key, MOST_TRANSPORTS),
})

export const PasskeyNotMade = failure(
  'identity.passkey_not_made',
  422,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This passkey could not be kept: it took too long, was made for something else, or is here already. Please try again.',
    de: 'Dieser Passkey konnte nicht hinterlegt werden: Es hat zu lange gedauert, er gehört zu etwas anderem oder ist schon hinterlegt. Bitte versuchen Sie es noch einmal.',
    ar: 'تعذّر حفظ مفتاح المرور هذا: إما أن الوقت انقضى، أو أنه أُنشئ لغرض آخر، أو أنه محفوظ من قبل. حاول مرة أخرى.',
  },
)

interface For {
  use: ChallengeUse
  person: { id: string; email: string; name: string }
  known: KnownPasskey[]
}

export async function creationFor(ctx: Ctx, { use, person, known }: For) {
  const { id } = relyingParty(ctx.app.config)
  const { store } = await currentSettings(ctx)
  return {
    challenge: makeChallenge(ctx, use, person.id),
    rp: { id, name: store.name },
    user: {
      id: Buffer.from(person.id).toString('base64url'),
      name: person.email,
      displayName: person.name,
    },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: CHALLENGE_LIVES,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
    attestation: 'none',
  }
}

export interface NewKey {
  /** The challenge was made for them. */
  personId: string
  credentialId: Buffer
  publicKey: Buffer
  counter: number
  transports: string[]
  isBackedUp: boolean
}

/** Throws PasskeyNotMade unless it answers a challenge of this use, for the first time. */
export async function newKey(ctx: Ctx, use: ChallengeUse, made: Static<typeof MadePasskey>): Promise<NewKey> {
  const key = await readKey(ctx, use, made)
  if (!key || !(await key.useUp())) throw PasskeyNotMade({})
  return key
}

function readKey(ctx: Ctx, use: ChallengeUse, made: Static<typeof MadePasskey>) {
  const { id, origin } = relyingParty(ctx.app.config)
  const answered: { challenge: OpenChallenge | null } = { challenge: null }
  return checked(async ({ verifyRegistrationResponse }) => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: made.id,
        rawId: made.id,
        type: 'public-key',
        response: { clientDataJSON: made.clientDataJSON, attestationObject: made.attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge: (text) => (answered.challenge = openChallenge(ctx, text, use)) !== null,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false, // preferred: a key without a finger or a number is better than a password
      supportedAlgorithmIDs: ALGORITHMS,
    })
    const { challenge } = answered
    if (!verified || !challenge?.personId) return null
    const { credential, credentialBackedUp } = registrationInfo
    return {
      personId: challenge.personId,
      useUp: challenge.useUp,
      credentialId: Buffer.from(credential.id, 'base64url'),
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: made.transports,
      isBackedUp: credentialBackedUp,
    }
  })
}
