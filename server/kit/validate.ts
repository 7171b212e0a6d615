/**
 * The only validation: one compiled check per operation, run by `invoke`.
 *
 * Unknown fields are refused, defaults are filled in, every fault names its path.
 * Compiling waits for the first call, so that start-up does not pay for it.
 */
import { Compile } from 'typebox/compile'
import { Settings } from 'typebox/system'
import type { TObject, TSchema } from 'typebox'
import { InvalidInput, UnknownField, Unreadable, type FieldError } from './failure.ts'
import { fault as said } from './fault.ts'
import * as words from './shape-words.ts'
import { howWritten } from './written.ts'

export type Check = (raw: unknown) => unknown

interface Fault {
  keyword: string
  schemaPath: string
  instancePath: string
  params: Record<string, unknown>
  message: string
}

const MAX_FAULTS = 20
/** TypeBox stops at 8 by itself, before the faults that say what was meant: those of the other arms of a union come too. */
Settings.Set({ maxErrors: 1000 })

export function compileCheck(schema: TObject): Check {
  let compiled: ReturnType<typeof Compile> | undefined
  const withDefaults = hasDefaults(schema)
  return (raw) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw Unreadable({})
    compiled ??= Compile(schema)
    const value = withDefaults ? compiled.Default(raw) : raw
    if (compiled.Check(value)) return value
    throw refuse(compiled.Errors(value) as unknown as Fault[], schema, value)
  }
}

function hasDefaults(schema: TSchema): boolean {
  return JSON.stringify(schema).includes('"default":')
}

function refuse(faults: Fault[], schema: TObject, value: unknown) {
  const errors = fieldErrors(faults, schema, value)
  const onlyUnknown = errors.length > 0 && errors.every((error) => error.code === 'unknown_field')
  return onlyUnknown ? UnknownField({}, { errors }) : InvalidInput({}, { errors })
}

function fieldErrors(faults: Fault[], schema: TObject, value: unknown): FieldError[] {
  const found = new Map<string, FieldError>()
  for (const fault of faults) {
    if (isArmOfUnion(fault, schema, value)) continue
    if (fault.keyword === 'anyOf' && saysMore(found, pathOf(fault))) continue
    for (const error of explain(fault, schema)) {
      const key = `${error.path} ${error.code}`
      if (!found.has(key)) found.set(key, error)
      if (found.size >= MAX_FAULTS) return [...found.values()]
    }
  }
  return found.size > 0 ? [...found.values()] : [said('', 'shape', words.MISFIT)]
}

/** A fault inside a union tells more than that no arm fits. */
function saysMore(found: Map<string, FieldError>, path: string): boolean {
  return [...found.values()].some((error) => error.path === path || error.path.startsWith(path && `${path}.`))
}

function pathOf(fault: Fault): string {
  return fault.instancePath.slice(1).split('/').map(plain).join('.').slice(0, 400)
}

/** Faults of an arm that was not meant (another `kind`, or null beside an object) only confuse. */
function isArmOfUnion({ schemaPath, instancePath }: Fault, schema: TObject, value: unknown): boolean {
  if (ofNull(schema, schemaPath)) return true
  return [...schemaPath.matchAll(/\/anyOf\/(\d+)/g)].some(({ 1: arm, index }) => {
    const path = schemaPath.slice(0, index)
    const union = at(schema, path.replace(/^#/, '')) as Union
    const tag = union.discriminator?.propertyName
    if (!tag) return false
    const held = at(
      value,
      instancePath
        .split('/')
        .slice(0, depthOf(path) + 1)
        .join('/'),
    ) as Record<string, unknown> | undefined
    return union.anyOf[Number(arm)]?.properties?.[tag]?.const !== held?.[tag]
  })
}

interface Union {
  anyOf: { properties?: Record<string, { const?: unknown }> }[]
  discriminator?: { propertyName: string }
}

/** How deep in the value a place in the schema is: properties and items lead down, arms of unions do not. */
function depthOf(schemaPath: string): number {
  const steps = schemaPath.split('/').slice(1)
  let depth = 0
  for (let index = 0; index < steps.length; index++) {
    if (steps[index] === 'properties' || steps[index] === 'anyOf') index++
    if (steps[index - 1] !== 'anyOf') depth++
  }
  return depth
}

function at(root: unknown, pointer: string): unknown {
  let here = root
  for (const step of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Record<string, unknown>)[plain(step)]
  }
  return here
}

/** Whether it is the null of a union, however deep that stands in others. */
function ofNull(schema: TObject, schemaPath: string): boolean {
  return [...schemaPath.matchAll(/\/anyOf\/\d+/g)].some(
    ({ 0: step, index }) =>
      (
        at(schema, schemaPath.slice(0, index + step.length).replace(/^#/, '')) as
          | { type?: string }
          | undefined
      )?.type === 'null',
  )
}

function scalarAt(schema: TObject, { schemaPath }: Fault): string | undefined {
  return (at(schema, schemaPath.replace(/^#/, '')) as { scalar?: string } | undefined)?.scalar
}

/** A step of a JSON pointer as the property is called. */
function plain(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~')
}

function explain(fault: Fault, schema: TObject): FieldError[] {
  const path = pathOf(fault)
  const inside = (name: string) => (path ? `${path}.${name}` : name).slice(0, 400)
  const limit = String(fault.params['limit'])
  switch (fault.keyword) {
    case 'boolean':
      return [said(path, 'unknown_field', words.NO_SUCH_FIELD)]
    case 'additionalProperties':
      return (fault.params['additionalProperties'] as string[])
        .slice(0, MAX_FAULTS)
        .map((name) => said(inside(name), 'unknown_field', words.NO_SUCH_FIELD))
    case 'required':
      return (fault.params['requiredProperties'] as string[]).map((name) =>
        said(inside(name), 'required', words.REQUIRED),
      )
    case 'type':
      return [said(path, 'type', words.ofKind(String(fault.params['type'])))]
    case 'minLength':
    case 'minItems':
      return [said(path, 'too_short', words.atLeastSo(limit))]
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties':
      return [said(path, 'too_long', words.atMostSo(limit))]
    case 'minimum':
      return [said(path, 'too_small', words.noLess(limit))]
    case 'maximum':
      return [said(path, 'too_large', words.noMore(limit))]
    case 'enum':
      return [
        said(path, 'not_in_list', words.oneOf((fault.params['allowedValues'] as unknown[]).map(String))),
      ]
    case 'const':
      return [said(path, 'not_in_list', words.exactly(JSON.stringify(fault.params['allowedValue'])))]
    case 'anyOf':
      return [said(path, 'shape', words.NO_FORM)]
    case 'format':
    case 'pattern':
      return [said(path, 'format', howWritten(scalarAt(schema, fault)))]
    default:
      return [said(path, 'shape', words.NOT_VALID)]
  }
}
