/** What to say of an address that has found no route: 405 where another method would do, else 404. */
import { NotFound, type Failure } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { MethodNotAllowed } from './problems.ts'

interface Line {
  method: string
  steps: string[]
}

export interface RouteTable {
  methodsAt: (path: string) => string[]
  refusalAt: (path: string, method: string) => Failure
}

export function routeTable(operations: Pick<Operation, 'rest'>[]): RouteTable {
  const lines: Line[] = operations.map(({ rest }) => ({ method: rest.method, steps: rest.path.split('/') }))

  function methodsAt(path: string): string[] {
    const steps = path.split('/')
    const methods = new Set(lines.filter((line) => fits(line.steps, steps)).map((line) => line.method))
    if (methods.size === 0) return []
    if (methods.has('GET')) methods.add('HEAD')
    return [...methods.add('OPTIONS')].sort()
  }

  return {
    methodsAt,
    refusalAt(path, method) {
      const allowed = methodsAt(path)
      return allowed.length === 0 || allowed.includes(method) ? NotFound({}) : MethodNotAllowed({ allowed })
    },
  }
}

function fits(pattern: string[], steps: string[]): boolean {
  if (pattern.length !== steps.length) return false
  return pattern.every((step, index) => (step.startsWith(':') ? steps[index] !== '' : step === steps[index]))
}
