/** One call of a tool, answered as text: what the operation answers, its problem, or what there is to confirm. */
import type { App } from '#kit/app.ts'
import type { Call } from '#kit/invoke.ts'
import { languageOf } from '#kit/language.ts'
import { callerContext } from '../call.ts'
import { refuseOverload } from '../overload.ts'
import { failureOf, problemText, unreadable } from '../problems.ts'
import type { FindReady } from '../ready.ts'
import { confirmationOf, confirmedKey } from './confirm.ts'
import { ASIDE, type Tool } from './tools.ts'

type Arguments = Record<string, unknown>

/** The `result` of `tools/call` as JSON. Refusals are results as well: an agent reads them and does better. */
export async function callTool(
  app: App,
  find: FindReady,
  { operation, needsConfirmation, listed }: Tool,
  args: Arguments,
  given: Call,
): Promise<string> {
  const call: Call = { ...given }
  const began = performance.now()
  let status = 200
  try {
    refuseOverload(app)
    const { input, aside } = apart(args, listed.inputSchema['properties'] as object)
    if (aside.sessionToken !== undefined && !call.credentials?.bearerToken)
      call.credentials = { bearerToken: aside.sessionToken }
    if (needsConfirmation) {
      const ctx = await callerContext(app, call)
      if (aside.confirmationToken === undefined) {
        // Who may not, and what is not as it should be, hears so before anybody is asked to confirm it.
        operation.check(structuredClone(input))
        if (operation.access.rule !== 'owner') await operation.access.check(input as never, ctx)
        const { token, expiresAt } = confirmationOf(app, operation, input, ctx)
        const confirmation = { operation: operation.id, summary: operation.summary, input, token, expiresAt }
        const says = `Nothing is done yet. To do this, call ${listed.name} again with the same input and confirmationToken.`
        return resultOf(JSON.stringify({ confirmation, says }))
      }
      call.idempotencyKey = confirmedKey(app, aside.confirmationToken, operation, input, ctx)
    } else if (aside.idempotencyKey !== undefined) call.idempotencyKey = aside.idempotencyKey
    const answer = await find(operation.id)!.answer(input, call, { fields: undefined, expand: undefined })
    status = answer.status
    return resultOf(answer.text)
  } catch (error) {
    const refusal = failureOf(error)
    status = refusal.status
    if (status >= 500 && status !== 503)
      app.log.error(
        { trace: call.traceId, operation: operation.id, err: refusal.cause ?? error },
        'a request failed',
      )
    const language = languageOf(call.hint?.locale)
    return resultOf(problemText(refusal, listed.name, call.traceId ?? '', language), true)
  } finally {
    const ms = Math.round((performance.now() - began) * 10) / 10
    const { count, about } = call.statements ?? { count: 0 }
    app.log.info(
      { road: 'mcp', operation: operation.id, status, ms, statements: count, trace: call.traceId, ...about },
      'request',
    )
  }
}

/** `text` is an object in JSON: as text for models, and as it is for programs. */
export function resultOf(text: string, isError = false): string {
  return `{"content":[{"type":"text","text":${JSON.stringify(text)}}],"structuredContent":${text},"isError":${isError}}`
}

function apart(args: Arguments, known: object) {
  const input = { ...args }
  const aside: Partial<Record<(typeof ASIDE)[number], string>> = {}
  for (const name of ASIDE) {
    if (!Object.hasOwn(known, name) || input[name] === undefined) continue
    const value = input[name]
    if (typeof value !== 'string' || !/^[\x21-\x7e]{1,1024}$/.test(value))
      throw unreadable(name, 'format', 'This is visible ASCII, at most 1024 characters.')
    aside[name] = value
    delete input[name]
  }
  if (aside.idempotencyKey && aside.idempotencyKey.length > 255)
    throw unreadable('idempotencyKey', 'format', 'A key has at most 255 characters.')
  return { input, aside }
}
