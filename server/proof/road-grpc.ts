/**
 * Sends an operation's input over gRPC by a stock client, and reads the answer back as REST would have given it.
 *
 * A value that no message can hold, such as text where a number stands, never leaves: the answer is then null.
 */
import type { AddressInfo } from 'node:net'
import { fromBinary, toBinary, type DescMethod, type FileRegistry } from '@bufbuild/protobuf'
import { Client, Metadata, credentials, type ServiceError } from '@grpc/grpc-js'
import type { FastifyInstance } from 'fastify'
import type { App } from '#kit/app.ts'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { codecsOf, type Codecs } from '../surfaces/grpc/codec.ts'
import { descriptorOf, registryOf } from '../surfaces/grpc/descriptors.ts'
import { BadRequest, ErrorInfo, RpcStatus } from '../surfaces/grpc/known.ts'
import { createGrpcPort } from '../surfaces/grpc/port.ts'
import { readLocks } from '../surfaces/proto-lock.ts'
import { PACKAGES, methodName, methodPath, protoModel, serviceName } from '../surfaces/proto-model.ts'
import { vocabularyOf, type Face } from '../surfaces/vocabulary.ts'

export interface GrpcAnswer {
  /** As REST would say it. */
  status: number
  /** Of gRPC; 0 is a success. */
  code: number
  message: string
  json: unknown
  problem: Record<string, string> | null
  violations: { field: string; description: string; reason: string }[]
  metadata: Metadata
}

export interface GrpcRoad {
  port: FastifyInstance
  address: string
  client: Client
  /** Null: no message can say this. */
  call(
    operation: Operation,
    input: object,
    token: string | null,
    more?: Record<string, string>,
  ): Promise<GrpcAnswer | null>
  /** What comes back when it is only turned into a message and read again. */
  there(operation: Operation, input: object): unknown
  back(operation: Operation, answer: unknown): unknown
  close(): Promise<void>
}

export async function openGrpcRoad(app: App): Promise<GrpcRoad> {
  const port = createGrpcPort(app)
  await port.listen({ host: '127.0.0.1', port: 0 })
  const address = `127.0.0.1:${(port.server.address() as AddressInfo).port}`
  const client = new Client(address, credentials.createInsecure())
  const speaks = new Map<Face, Speaks>()
  const spoken = (operation: Operation) => {
    const face = operation.audience === 'shop' ? 'shop' : 'admin'
    const there = speaks.get(face) ?? speaking(app, face)
    speaks.set(face, there)
    return { ...there, desc: descOf(operation, face, there.registry) }
  }

  return {
    port,
    address,
    client,
    async call(operation, input, token, more = {}) {
      const { codecs, desc } = spoken(operation)
      const bytes = bytesOf(codecs, operation, desc, input)
      if (!bytes) return null
      const metadata = new Metadata()
      if (token) metadata.set('authorization', `Bearer ${token}`)
      if (operation.idempotency === 'required') metadata.set('idempotency-key', newId())
      for (const [name, value] of Object.entries(more)) metadata.set(name, value)
      const read = (answer: Buffer) => codecs.outputOf(operation).from(fromBinary(desc.output, answer))
      return send(client, methodPath(operation), bytes, metadata, operation.kind === 'stream', read)
    },
    there(operation, input) {
      const { codecs, desc } = spoken(operation)
      const bytes = toBinary(desc.input, codecs.inputOf(operation).to(input) as never)
      return codecs.inputOf(operation).from(fromBinary(desc.input, bytes))
    },
    back(operation, answer) {
      const { codecs, desc } = spoken(operation)
      const bytes = toBinary(desc.output, codecs.outputOf(operation).to(answer) as never)
      return codecs.outputOf(operation).from(fromBinary(desc.output, bytes))
    },
    async close() {
      client.close()
      await port.close()
    },
  }
}

interface Speaks {
  registry: FileRegistry
  codecs: Codecs
}

function speaking(app: App, face: Face): Speaks {
  const registry = registryOf(descriptorOf(protoModel(app, face, readLocks()[PACKAGES[face]]!)))
  return { registry, codecs: codecsOf(face, registry, vocabularyOf(app, face)) }
}

function descOf({ id }: Operation, face: Face, registry: FileRegistry): DescMethod {
  const service = registry.getService(`${PACKAGES[face]}.${serviceName(id.split('.')[0]!)}`)!
  return service.methods.find(({ name }) => name === methodName(id))!
}

function bytesOf(codecs: Codecs, operation: Operation, desc: DescMethod, input: object): Uint8Array | null {
  try {
    return toBinary(desc.input, codecs.inputOf(operation).to(input) as never)
  } catch {
    return null
  }
}

const same = (bytes: Uint8Array) => Buffer.from(bytes)

function send(
  client: Client,
  path: string,
  bytes: Uint8Array,
  metadata: Metadata,
  isStream: boolean,
  read: (answer: Buffer) => unknown,
): Promise<GrpcAnswer> {
  const deadline = Date.now() + 30_000
  return new Promise((resolve) => {
    if (!isStream) {
      client.makeUnaryRequest(path, same, same, bytes, metadata, { deadline }, (error, answer) =>
        resolve(error ? refused(error) : done(read(answer!), metadata)),
      )
      return
    }
    const stream = client.makeServerStreamRequest(path, same, same, bytes, metadata, { deadline })
    stream.once('data', (answer: Buffer) => {
      resolve(done(read(answer), metadata))
      stream.cancel()
    })
    stream.on('error', (error: ServiceError) => resolve(refused(error)))
  })
}

function done(json: unknown, metadata: Metadata): GrpcAnswer {
  return { status: 200, code: 0, message: '', json, problem: null, violations: [], metadata }
}

/** Reads the details as any client does. */
export function refused(error: ServiceError): GrpcAnswer {
  const [bytes] = error.metadata.get('grpc-status-details-bin')
  const status = bytes ? (fromBinary(RpcStatus, bytes as Buffer) as unknown as { details: Any[] }) : null
  const find = <T>(desc: typeof ErrorInfo): T | null => {
    const any = status?.details.find(({ typeUrl }) => typeUrl.endsWith(`/${desc.typeName}`))
    return any ? (fromBinary(desc, any.value) as T) : null
  }
  const info = find<{ reason: string; metadata: { key: string; value: string }[] }>(ErrorInfo)
  const problem = info && Object.fromEntries(info.metadata.map(({ key, value }) => [key, value]))
  return {
    status: Number(problem?.['status'] ?? 0),
    code: error.code,
    message: error.details,
    json: null,
    problem,
    violations: find<{ fieldViolations: GrpcAnswer['violations'] }>(BadRequest)?.fieldViolations ?? [],
    metadata: error.metadata,
  }
}

interface Any {
  typeUrl: string
  value: Uint8Array
}
