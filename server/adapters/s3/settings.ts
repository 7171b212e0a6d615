/** Where a bucket is, and who may use it. */

export interface S3Settings {
  /** Such as `https://s3.eu-central-1.amazonaws.com`, without a slash at the end. */
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  /** The bucket is the first part of the path, not of the host's name. */
  pathStyle: boolean
  /** The bucket as browsers reach it; null: files pass through the store. */
  publicUrl: string | null
}

/** `config.ts` has seen to it that what is needed is there. */
export function s3Settings(given: Record<string, string>): S3Settings {
  const { S3_BUCKET: bucket = '', S3_ENDPOINT: own, S3_REGION: region = 'us-east-1' } = given
  return {
    endpoint: (own || `https://s3.${region}.amazonaws.com`).replace(/\/$/, ''),
    region,
    bucket,
    accessKeyId: given['S3_ACCESS_KEY_ID'] ?? '',
    secretAccessKey: given['S3_SECRET_ACCESS_KEY'] ?? '',
    pathStyle: given['S3_PATH_STYLE'] ? given['S3_PATH_STYLE'] === 'yes' : Boolean(own),
    publicUrl: given['S3_PUBLIC_URL']?.replace(/\/$/, '') || null,
  }
}

/** Of the bucket itself. */
export function addressOf({ endpoint, bucket, pathStyle }: S3Settings): string {
  if (pathStyle) return `${endpoint}/${bucket}`
  const { protocol, host } = new URL(endpoint)
  return `${protocol}//${bucket}.${host}`
}
