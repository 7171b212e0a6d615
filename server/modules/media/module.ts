import { seconds } from '#kit/clock.ts'
import { healthChecks } from '#kit/health.ts'
import { job } from '#kit/jobs.ts'
import { defineModule } from '#kit/module.ts'
import { Nothing } from '#kit/operation.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { download } from './download.ts'
import { mediaChanged, mediaReady } from './events.ts'
import { files } from './files.ts'
import { get } from './files/get.ts'
import { update } from './files/update.ts'
import { filesAreKept } from './health.ts'
import { invariants } from './invariants.ts'
import { create as createLink } from './links/create.ts'
import { set as setQuota } from './quota/set.ts'
import { reconcile, removeOrphans } from './reconcile.ts'
import { makeRenditions } from './renditions.ts'
import { goOn, standing } from './resume.ts'
import { sweep } from './sweep.ts'
import { create as createTicket } from './tickets/create.ts'
import { upload } from './upload.ts'
import { get as getUsage } from './usage/get.ts'
import { copyVideos } from './video-copies.ts'

export default defineModule({
  name: 'media',
  operations: [createTicket, get, update, createLink, getUsage, setQuota, reconcile],
  events: [mediaReady, mediaChanged],
  jobs: [
    job({
      name: 'media.renditions',
      payload: Nothing,
      everyMs: seconds(5),
      maxAttempts: 100, // it works for minutes, so every restart meets it
      transaction: 'free',
      run: async (_, ctx) => {
        await makeRenditions(ctx.app, { actor: ctx.actor, hint: { storeId: ctx.storeId } })
      },
    }),
    copyVideos,
    sweep,
    removeOrphans,
  ],
  fills: [
    fill(rawRoutes, 'media', [files, upload, standing, goOn, download]),
    fill(healthChecks, 'media', filesAreKept),
  ],
  permissions: { 'media.read': 'Download files', 'media.write': 'Upload files' },
  invariants,
})
