/** Logging in by a passkey: what the browser is asked to sign, and whether it has. Nobody types an address: the key says whose it is. */
import type { Ctx } from '#kit/context.ts'
import { Int, Key, Text, Token, Type, shape, type Static } from '#kit/types.ts'
import { CHALLENGE_LIVES, makeChallenge, openChallenge, type OpenChallenge } from './challenge.ts'
import { relyingParty } from './relying-party.ts'
import { Base64Url, ClientData, CredentialId, checked } from './webauthn.ts'

export const PasskeyRequest = shape(
  'PasskeyRequest',
  { challenge: Token, rpId: Text(253), timeout: Int(0, 600_000), userVerification: Key },
  { description: 'For `navigator.credentials.get`, by `PublicKeyCredential.parseRequestOptionsFromJSON`.' },
)

/** Of the browser's answer, in the words of its `toJSON()`. */
export const SignedByPasskey = shape('SignedByPasskey', {
  id: CredentialId,
  clientDataJSON: ClientData,
  authenticatorData: Base64Url(2_048),
  signature: Base64Url(2_048),
  userHandle: Type.Optional(Base64Url(128)),
})
export type SignedByPasskey = Static<typeof SignedByPasskey>

export function requestFor(ctx: Ctx): Static<typeof PasskeyRequest> {
  return {
    challenge: makeChallenge(ctx, 'log_in', null),
    rpId: relyingParty(ctx.app.config).id,
    timeout: CHALLENGE_LIVES,
    userVerification: 'preferred',
  }
}

export interface Signed {
  counter: number
  isBackedUp: boolean
  useUp: () => Promise<boolean>
}

/** Null unless the key signed a challenge for a log-in here. The counter is for the caller to judge. */
export function signedBy(
  ctx: Ctx,
  { credentialId, publicKey }: { credentialId: Buffer; publicKey: Buffer },
  signed: SignedByPasskey,
): Promise<Signed | null> {
  const { id, origin } = relyingParty(ctx.app.config)
  const answered: { challenge: OpenChallenge | null } = { challenge: null }
  return checked(async ({ verifyAuthenticationResponse }) => {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: signed.id,
        rawId: signed.id,
        type: 'public-key',
        response: {
          clientDataJSON: signed.clientDataJSON,
          authenticatorData: signed.authenticatorData,
          signature: signed.signature,
        },
        clientExtensionResults: {},
      },
      expectedChallenge: (text) => (answered.challenge = openChallenge(ctx, text, 'log_in')) !== null,
      expectedOrigin: origin,
      expectedRPID: id,
      credential: {
        id: credentialId.toString('base64url'),
        publicKey: new Uint8Array(publicKey),
        counter: 0, // compared in the statement that moves it on
      },
      requireUserVerification: false,
    })
    const { challenge } = answered
    if (!verified || !challenge) return null
    const { newCounter, credentialBackedUp } = authenticationInfo
    return { counter: newCounter, isBackedUp: credentialBackedUp, useUp: challenge.useUp }
  })
}
