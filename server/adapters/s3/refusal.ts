/** What S3 refuses, in a sentence that names the setting to mend. Its own words stay out: they repeat what was sent. */
import { addressOf, type S3Settings } from './settings.ts'

const SAYS: Record<string, (settings: S3Settings) => string> = {
  NoSuchBucket: ({ bucket }) => `There is no bucket ${bucket} there. Make it, or correct S3_BUCKET.`,
  InvalidBucketName: () => 'This cannot be the name of a bucket. Correct S3_BUCKET.',
  InvalidAccessKeyId: () => 'S3_ACCESS_KEY_ID is not known there. Correct it.',
  SignatureDoesNotMatch: () => 'S3_SECRET_ACCESS_KEY is not the one of S3_ACCESS_KEY_ID. Correct it.',
  AccessDenied: ({ bucket }) =>
    `The key may not do this. Allow it to list the bucket ${bucket}, and to get, put and delete objects in it.`,
  AuthorizationHeaderMalformed: ({ region }) => `The bucket is not in ${region}. Correct S3_REGION.`,
  PermanentRedirect: ({ region }) => `The bucket is not in ${region}. Correct S3_REGION and S3_ENDPOINT.`,
  RequestTimeTooSkewed: () => 'The clock of this machine is wrong. Set it.',
}

export function refusal(settings: S3Settings, status: number, code: string | undefined): Error {
  const says = code && SAYS[code]
  const sentence = says
    ? says(settings)
    : `It answered ${status}${code && /^\w{1,60}$/.test(code) ? ` (${code})` : ''}.`
  return new Error(`Files at ${addressOf(settings)}: ${sentence}`)
}
