/** What goes in and out in bulk, as the modules declare it. */
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { can, mustOwn } from '#kit/policy.ts'
import type { Resource } from '#kit/resource.ts'
import type { RunRow } from './run.ts'

export const resourcesOf = (app: App): Resource[] => app.modules.flatMap(({ resources }) => resources)

export function resourceNamed(app: App, name: string): Resource | undefined {
  return resourcesOf(app).find((resource) => resource.name === name)
}

/** The resource, for one who may read or write it; for others it is not there. */
export function allowedResource(ctx: Ctx, name: string, to: 'read' | 'write'): Resource {
  const allowed = resourcesOf(ctx.app).filter(({ permissions }) => can(ctx.actor, permissions[to]))
  const resource = allowed.find((each) => each.name === name)
  if (resource) return resource
  const names = allowed.map((each) => each.name).join(', ')
  throw invalid('resource', 'unknown', `You may ${to} these: ${names || 'none'}.`)
}

/** Looking into a run takes the right to what it is about; for others it is not there. */
export function mustMay(ctx: Ctx, run: RunRow, to: 'read' | 'write'): void {
  const resource = resourceNamed(ctx.app, run.resource)
  mustOwn(resource !== undefined && can(ctx.actor, resource.permissions[to]))
}
