/** Batches over REST: `POST /v1/batch` and `POST /v1/admin/batch`. */
import type { RouteHandlerMethod } from 'fastify'
import type { App } from '#kit/app.ts'
import { UnknownField } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { batchRunner, membersOf } from './batch.ts'
import { callsOf, idempotencyKeyOf } from './call.ts'
import { sendProblem } from './problems.ts'
import { sendWritten } from './rest-answer.ts'
import { inputReader, type Chosen } from './rest-input.ts'

/** NOTE: a batch goes on to its end whoever listens, so it hears of no signal. */
export function batchHandler(app: App, batch: Operation, operations: Operation[]): RouteHandlerMethod {
  const callOf = callsOf(app)
  const reader = inputReader(batch)
  const run = batchRunner(app, batch, membersOf(batch, operations))
  return async (request, reply) => {
    try {
      const call = callOf(request)
      call.idempotencyKey = idempotencyKeyOf(request)
      const chosen: Chosen = { fields: undefined, expand: undefined }
      const input = reader.read(request, chosen)
      mustChooseNothing(chosen)
      const { status, answer } = await run(input, call, batch.rest.path)
      return sendWritten(reply, { ...batch, status }, answer)
    } catch (error) {
      return sendProblem(request, reply, error, app.log)
    }
  }
}

function mustChooseNothing(chosen: Chosen): void {
  const errors = Object.entries(chosen)
    .filter(([, value]) => value !== undefined)
    .map(([path]) => ({ path, code: 'unknown_field', message: 'There is nothing to choose from a batch.' }))
  if (errors.length > 0) throw UnknownField({}, { errors })
}
