/** What to say of an address that has found no route: 405 where another method would do, else 404. */
import { NotFound, type Failure } from '#kit/failure.ts'
import type { Operation } from '#kit/operation.ts'
import { MethodNotAllowed } from './problems.ts'

interface Line {
  methods: string[]
  steps: string[]
}

export interface RouteTable {
  methodsAt: (path: string) => string[]
  refusalAt: (path: string, method: string) => Failure
}

export function routeTable(operations: Pick<Operation, 'rest' | 'kind'>[]): RouteTable {
  const lines: Line[] = operations.map(({ rest, kind }) => ({
    methods: rest.method === 'GET' && kind !== 'stream' ? ['GET', 'HEAD'] : [rest.method],
    steps: rest.path.split('/'),
  }))

  function methodsAt(path: string): string[] {
    const steps = path.split('/')
    const methods = lines.filter((line) => fits(line.steps, steps)).flatMap((line) => line.methods)
    return methods.length === 0 ? [] : [...new Set([...methods, 'OPTIONS'])].sort()
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
