/** The settings by which a store keeps its files with the twin. */
import type { S3Twin } from './twin.ts'

export function settingsFor({ settings }: S3Twin, STORAGE: 's3' | 'disk' = 's3'): Record<string, string> {
  return {
    STORAGE,
    S3_ENDPOINT: settings.endpoint,
    S3_REGION: settings.region,
    S3_BUCKET: settings.bucket,
    S3_ACCESS_KEY_ID: settings.accessKeyId,
    S3_SECRET_ACCESS_KEY: settings.secretAccessKey,
  }
}
