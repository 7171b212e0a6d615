/** Server reflection: stock clients ask what there is and get the descriptors, so that they need no .proto. */
import type { FileDescriptorProto } from '@bufbuild/protobuf/wkt'
import { Code } from '@connectrpc/connect'
import { fileBytes } from './descriptors.ts'
import { reflectionMethods } from './known.ts'
import type { Method } from './methods.ts'

interface Asked {
  $typeName: string
  messageRequest: { case?: string; value?: unknown }
}

export function reflection(files: () => FileDescriptorProto[]): Method[] {
  let known: Known | undefined
  return reflectionMethods.map((desc) => ({
    desc,
    async *streamed(messages) {
      known ??= knownOf(files())
      const inPackage = desc.parent.typeName.replace(/\.\w+$/, '')
      for await (const asked of messages as AsyncIterable<Asked>)
        yield {
          $typeName: desc.output.typeName,
          validHost: '',
          originalRequest: asked,
          messageResponse: answer(known, asked, (name) => `${inPackage}.${name}`),
        }
    },
  }))
}

interface Known {
  services: string[]
  bytes: Map<string, Uint8Array>
  files: Map<string, FileDescriptorProto>
  /** The file of each service, message and enum, by its full name. */
  symbols: Map<string, string>
}

function knownOf(files: FileDescriptorProto[]): Known {
  const symbols = files.flatMap((file) =>
    [...file.service, ...file.messageType, ...file.enumType].map(({ name }): [string, string] => [
      `${file.package}.${name}`,
      file.name,
    ]),
  )
  return {
    services: files.flatMap((file) => file.service.map(({ name }) => `${file.package}.${name}`)),
    bytes: fileBytes(files),
    files: new Map(files.map((file) => [file.name, file])),
    symbols: new Map(symbols),
  }
}

function answer(known: Known, { messageRequest }: Asked, typeName: (name: string) => string) {
  const said = (messageRequest.value ?? '') as string
  switch (messageRequest.case) {
    case 'listServices':
      return {
        case: 'listServicesResponse',
        value: {
          $typeName: typeName('ListServiceResponse'),
          service: known.services.map((name) => ({ $typeName: typeName('ServiceResponse'), name })),
        },
      }
    case 'fileByFilename':
      return found(known, known.bytes.has(said) ? said : undefined, typeName)
    case 'fileContainingSymbol':
      // A method is in the file of its service.
      return found(
        known,
        known.symbols.get(said) ?? known.symbols.get(said.replace(/\.[^.]*$/, '')),
        typeName,
      )
    default:
      return found(known, undefined, typeName)
  }
}

/** The file after those it imports. */
function found({ bytes, files }: Known, name: string | undefined, typeName: (name: string) => string) {
  if (name === undefined) {
    const value = {
      $typeName: typeName('ErrorResponse'),
      errorCode: Code.NotFound as number,
      errorMessage: 'There is nothing of this name.',
    }
    return { case: 'errorResponse', value }
  }
  const names = [name, ...(files.get(name)?.dependency ?? [])]
  const value = {
    $typeName: typeName('FileDescriptorResponse'),
    fileDescriptorProto: names.map((each) => bytes.get(each)!),
  }
  return { case: 'fileDescriptorResponse', value }
}
