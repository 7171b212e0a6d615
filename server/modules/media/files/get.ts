import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { MediaFile, readFile } from '../file.ts'

export const get = query({
  id: 'media.files.get',
  summary: 'One file with its smaller copies',
  rest: 'GET /media/files/:fileId',
  audience: 'staff',
  access: permission('media.write'),
  input: Type.Object({ fileId: Id }),
  output: MediaFile,
  run: ({ fileId }, ctx) => readFile(ctx, fileId),
})
