/** Protocol buffers that others have agreed on: details of failures, the health service, server reflection. */
import type { DescMessage, DescMethod, DescService } from '@bufbuild/protobuf'
import { descriptorOf, registryOf } from './descriptors.ts'
import type { ProtoField, ProtoFile, ProtoMessage } from '../proto-model.ts'

type Line = [number: number, type: string, name: string, more?: Partial<ProtoField>]

function message(name: string, ...lines: Line[]): ProtoMessage {
  const fields = lines.map(([number, type, each, more]): ProtoField => ({
    name: each,
    number,
    type,
    label: null,
    oneof: null,
    says: null,
    ...more,
  }))
  return { name, reserved: [], fields }
}

const MANY = { label: 'repeated' } as const
const NOTHING = { imports: [], services: [], messages: [], enums: [] }

/** github.com/googleapis/googleapis, google/rpc/error_details.proto: those that are used here. */
const details: ProtoFile = {
  ...NOTHING,
  file: 'google/rpc/error_details.proto',
  package: 'google.rpc',
  imports: ['duration'],
  messages: [
    message('ErrorInfo', [1, 'string', 'reason'], [2, 'string', 'domain'], [3, 'Metadata', 'metadata', MANY]),
    // A map is a list of pairs on the wire.
    message('Metadata', [1, 'string', 'key'], [2, 'string', 'value']),
    // As it stands in grpc-status-details-bin (google/rpc/status.proto).
    message('Status', [1, 'int32', 'code'], [2, 'string', 'message'], [3, 'Any', 'details', MANY]),
    message('Any', [1, 'string', 'type_url'], [2, 'bytes', 'value']),
    message('RetryInfo', [1, 'google.protobuf.Duration', 'retry_delay']),
    message('BadRequest', [1, 'FieldViolation', 'field_violations', MANY]),
    message('FieldViolation', [1, 'string', 'field'], [2, 'string', 'description'], [3, 'string', 'reason']),
  ],
}

/** github.com/grpc/grpc-proto, grpc/health/v1/health.proto. */
const health: ProtoFile = {
  ...NOTHING,
  file: 'grpc/health/v1/health.proto',
  package: 'grpc.health.v1',
  services: [
    {
      name: 'Health',
      methods: [
        {
          name: 'Check',
          says: '',
          input: 'HealthCheckRequest',
          output: 'HealthCheckResponse',
          streams: null,
        },
        {
          name: 'Watch',
          says: '',
          input: 'HealthCheckRequest',
          output: 'HealthCheckResponse',
          streams: 'server',
        },
      ],
    },
  ],
  messages: [
    message('HealthCheckRequest', [1, 'string', 'service']),
    message('HealthCheckResponse', [1, 'ServingStatus', 'status']),
  ],
  enums: [
    {
      name: 'ServingStatus',
      reserved: [],
      values: [
        ['UNKNOWN', 0],
        ['SERVING', 1],
        ['NOT_SERVING', 2],
        ['SERVICE_UNKNOWN', 3],
      ],
    },
  ],
}

const ASKED = { oneof: 'message_request' }
const TOLD = { oneof: 'message_response' }

/** github.com/grpc/grpc-proto, grpc/reflection/v1/reflection.proto; older clients ask for v1alpha, which says the same. */
function reflection(version: 'v1' | 'v1alpha'): ProtoFile {
  return {
    ...NOTHING,
    file: `grpc/reflection/${version}/reflection.proto`,
    package: `grpc.reflection.${version}`,
    services: [
      {
        name: 'ServerReflection',
        methods: [
          {
            name: 'ServerReflectionInfo',
            says: '',
            input: 'ServerReflectionRequest',
            output: 'ServerReflectionResponse',
            streams: 'both',
          },
        ],
      },
    ],
    messages: [
      message(
        'ServerReflectionRequest',
        [1, 'string', 'host'],
        [3, 'string', 'file_by_filename', ASKED],
        [4, 'string', 'file_containing_symbol', ASKED],
        [5, 'ExtensionRequest', 'file_containing_extension', ASKED],
        [6, 'string', 'all_extension_numbers_of_type', ASKED],
        [7, 'string', 'list_services', ASKED],
      ),
      message('ExtensionRequest', [1, 'string', 'containing_type'], [2, 'int32', 'extension_number']),
      message(
        'ServerReflectionResponse',
        [1, 'string', 'valid_host'],
        [2, 'ServerReflectionRequest', 'original_request'],
        [4, 'FileDescriptorResponse', 'file_descriptor_response', TOLD],
        [5, 'ExtensionNumberResponse', 'all_extension_numbers_response', TOLD],
        [6, 'ListServiceResponse', 'list_services_response', TOLD],
        [7, 'ErrorResponse', 'error_response', TOLD],
      ),
      message('FileDescriptorResponse', [1, 'bytes', 'file_descriptor_proto', MANY]),
      message(
        'ExtensionNumberResponse',
        [1, 'string', 'base_type_name'],
        [2, 'int32', 'extension_number', MANY],
      ),
      message('ListServiceResponse', [1, 'ServiceResponse', 'service', MANY]),
      message('ServiceResponse', [1, 'string', 'name']),
      message('ErrorResponse', [1, 'int32', 'error_code'], [2, 'string', 'error_message']),
    ],
  }
}

const detailTypes = registryOf(descriptorOf(details))
const detail = (name: string): DescMessage => detailTypes.getMessage(`google.rpc.${name}`)!
export const ErrorInfo = detail('ErrorInfo')
export const BadRequest = detail('BadRequest')
export const RetryInfo = detail('RetryInfo')
export const RpcStatus = detail('Status')

export const healthFile = descriptorOf(health)
export const reflectionFiles = (['v1', 'v1alpha'] as const).map((version) =>
  descriptorOf(reflection(version)),
)

const service = (file: typeof healthFile): DescService => {
  const registry = registryOf(file)
  return registry.getService(`${file.package}.${file.service[0]!.name}`)!
}
const [healthService, ...reflectionServices] = [healthFile, ...reflectionFiles].map(service)
const methods = (each: DescService): DescMethod[] => each.methods
export const [healthCheck, healthWatch] = methods(healthService!) as [DescMethod, DescMethod]
export const reflectionMethods: DescMethod[] = reflectionServices.flatMap(methods)
