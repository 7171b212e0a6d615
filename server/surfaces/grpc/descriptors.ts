/** Protocol buffers as descriptors: what the codec works by and what server reflection hands out. No compiler is needed. */
import { create, createFileRegistry, toBinary, type FileRegistry } from '@bufbuild/protobuf'
import { protoCamelCase } from '@bufbuild/protobuf/reflect'
import {
  DescriptorProtoSchema,
  EnumDescriptorProtoSchema,
  FieldDescriptorProtoSchema,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
  FileDescriptorProtoSchema,
  MethodDescriptorProtoSchema,
  ServiceDescriptorProtoSchema,
  file_google_protobuf_duration,
  file_google_protobuf_struct,
  file_google_protobuf_timestamp,
  type DescriptorProto,
  type FieldDescriptorProto,
  type FileDescriptorProto,
} from '@bufbuild/protobuf/wkt'
import type { ProtoField, ProtoFile, ProtoMessage, ProtoService } from '../proto-model.ts'

const KNOWN = [file_google_protobuf_duration, file_google_protobuf_struct, file_google_protobuf_timestamp]

const SCALARS: Record<string, Type> = {
  bool: Type.BOOL,
  bytes: Type.BYTES,
  int32: Type.INT32,
  int64: Type.INT64,
  string: Type.STRING,
}

export function descriptorOf(file: ProtoFile): FileDescriptorProto {
  const enums = new Set(file.enums.map(({ name }) => name))
  return create(FileDescriptorProtoSchema, {
    name: file.file,
    package: file.package,
    syntax: 'proto3',
    dependency: file.imports.map((each) => `google/protobuf/${each}.proto`),
    service: file.services.map((service) => serviceOf(service, file.package)),
    messageType: file.messages.map((message) => messageOf(message, file.package, enums)),
    enumType: file.enums.map(({ name, values, reserved }) =>
      create(EnumDescriptorProtoSchema, {
        name,
        value: values.map(([word, number]) => ({ name: word, number })),
        reservedRange: reserved.map((number) => ({ start: number, end: number })),
      }),
    ),
  })
}

export function registryOf(file: FileDescriptorProto): FileRegistry {
  return createFileRegistry(file, (name) => KNOWN.find(({ proto }) => proto.name === name))
}

/** The file and those it imports, as bytes, by their names. */
export function fileBytes(files: FileDescriptorProto[]): Map<string, Uint8Array> {
  const all = [...files, ...KNOWN.map(({ proto }) => proto)]
  return new Map(all.map((file) => [file.name, toBinary(FileDescriptorProtoSchema, file)]))
}

function serviceOf({ name, methods }: ProtoService, inPackage: string) {
  return create(ServiceDescriptorProtoSchema, {
    name,
    method: methods.map(({ name: method, input, output, streams }) =>
      create(MethodDescriptorProtoSchema, {
        name: method,
        inputType: typeName(input, inPackage),
        outputType: typeName(output, inPackage),
        clientStreaming: streams === 'both',
        serverStreaming: streams !== null,
      }),
    ),
  })
}

const typeName = (name: string, inPackage: string) =>
  name.includes('.') ? `.${name}` : `.${inPackage}.${name}`

/** An `optional` field stands in a oneof of its own, after the others: so descriptors say that absence counts. */
function messageOf(
  { name, fields, reserved }: ProtoMessage,
  inPackage: string,
  enums: Set<string>,
): DescriptorProto {
  const oneofs = [...new Set(fields.flatMap(({ oneof }) => oneof ?? []))]
  const alone = fields.filter(({ label }) => label === 'optional').map((field) => `_${field.name}`)
  const all = [...oneofs, ...alone]
  return create(DescriptorProtoSchema, {
    name,
    field: fields.map((field) => fieldOf(field, inPackage, enums, all)),
    oneofDecl: all.map((oneof) => ({ name: oneof })),
    reservedRange: reserved.map((number) => ({ start: number, end: number + 1 })),
  })
}

function fieldOf(
  field: ProtoField,
  inPackage: string,
  enums: Set<string>,
  oneofs: string[],
): FieldDescriptorProto {
  const { name, number, type, label, oneof } = field
  const scalar = SCALARS[type]
  const held = label === 'optional' ? `_${name}` : oneof
  return create(FieldDescriptorProtoSchema, {
    name,
    number,
    jsonName: protoCamelCase(name),
    label: label === 'repeated' ? Label.REPEATED : Label.OPTIONAL,
    type: scalar ?? (enums.has(type) ? Type.ENUM : Type.MESSAGE),
    ...(scalar ? {} : { typeName: typeName(type, inPackage) }),
    ...(label === 'optional' ? { proto3Optional: true } : {}),
    ...(held ? { oneofIndex: oneofs.indexOf(held) } : {}),
  })
}
