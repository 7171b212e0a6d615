import { seconds } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { defineModule } from '#kit/module.ts'
import { Nothing } from '#kit/operation.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { mediaReady } from './events.ts'
import { files } from './files.ts'
import { makeRenditions } from './renditions.ts'

export default defineModule({
  name: 'media',
  events: [mediaReady],
  jobs: [
    job({
      name: 'media.renditions',
      payload: Nothing,
      everyMs: seconds(5),
      transaction: 'free',
      run: async (_, ctx) => {
        const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
        while ((await makeRenditions(ctx.app, call)) > 0);
      },
    }),
  ],
  fills: [fill(rawRoutes, 'media', [files])],
  permissions: { 'media.write': 'Upload files' },
})
