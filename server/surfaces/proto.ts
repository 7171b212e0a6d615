/** The protocol buffers of one face as a file that any generator of clients takes. */
import type { ProtoLock } from './proto-lock.ts'
import {
  protoModel,
  type ProtoEnum,
  type ProtoField,
  type ProtoMessage,
  type ProtoService,
} from './proto-model.ts'
import type { Face, Projected } from './vocabulary.ts'

/** NOTE: raises numbers in `lock` for what is new; hand in a copy to compare. */
export function protoFile(app: Projected, face: Face, lock: ProtoLock): string {
  const model = protoModel(app, face, lock)
  const parts = [
    `syntax = "proto3";\n\npackage ${model.package};`,
    model.imports.map((file) => `import "google/protobuf/${file}.proto";`).join('\n'),
    ...model.services.map(service),
    ...model.messages.map(message),
    ...model.enums.map(enumeration),
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function service({ name, methods }: ProtoService): string {
  const lines = methods.map(
    ({ name: method, says, input, output, streams }) =>
      `  // ${says}\n  rpc ${method}(${input}) returns (${streams ? 'stream ' : ''}${output});\n`,
  )
  return `service ${name} {\n${lines.join('')}}`
}

/** Arms without anything but their tag keep an empty message: a field may come later. */
function message({ name, fields, reserved }: ProtoMessage): string {
  const { oneof = null } = fields[0] ?? {}
  const lines = fields.map((field) => line(field, oneof ? '    ' : '  ')).join('')
  const body = oneof ? `  oneof ${oneof} {\n${lines}  }\n` : lines
  return `message ${name} {\n${retired(reserved)}${body}}`
}

function line({ name, number, type, label, says }: ProtoField, indent: string): string {
  return `${says ? `${indent}// ${says}\n` : ''}${indent}${label ? `${label} ` : ''}${type} ${name} = ${number};\n`
}

function retired(numbers: number[]): string {
  return numbers.length > 0 ? `  reserved ${numbers.join(', ')};\n` : ''
}

function enumeration({ name, values, reserved }: ProtoEnum): string {
  return `enum ${name} {\n${retired(reserved)}${values.map(([value, number]) => `  ${value} = ${number};\n`).join('')}}`
}
