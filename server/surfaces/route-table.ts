/** Which methods an address answers to; asked only when a request has found no route. */

interface Line {
  method: string
  steps: string[]
}

export interface RouteTable {
  methodsAt: (path: string) => string[]
}

export function routeTable(routes: { method: string; path: string }[]): RouteTable {
  const lines: Line[] = routes.map(({ method, path }) => ({ method, steps: path.split('/') }))
  return {
    methodsAt(path) {
      const steps = path.split('/')
      const methods = new Set(lines.filter((line) => fits(line.steps, steps)).map((line) => line.method))
      if (methods.size === 0) return []
      if (methods.has('GET')) methods.add('HEAD')
      return [...methods.add('OPTIONS')].sort()
    },
  }
}

function fits(pattern: string[], steps: string[]): boolean {
  if (pattern.length !== steps.length) return false
  return pattern.every((step, index) => (step.startsWith(':') ? steps[index] !== '' : step === steps[index]))
}
