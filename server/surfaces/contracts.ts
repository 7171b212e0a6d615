/**
 * Every generated contract, as file name and text: what is committed and compared.
 *
 * Numbers of protocol buffers come from the lock that is handed in, and its new state is one of the files. So are
 * the promises of the newest version of the API, once: from then on they are handed in as they were.
 */
import { changesText, type ApiVersion } from './api-changes.ts'
import { apiFacts, type ApiDocument } from './api-facts.ts'
import { clientRoutes, clientTypes } from './client-code.ts'
import { configText, eventsDocument, failuresText, type DescribedSetting } from './contract-words.ts'
import { graphqlSdl } from './graphql-sdl.ts'
import { API_VERSION, openapi } from './openapi.ts'
import { emptyLock, type ProtoLocks } from './proto-lock.ts'
import { protoFile } from './proto.ts'
import { PACKAGES } from './proto-model.ts'
import type { Projected } from './vocabulary.ts'

export const LOCK = 'contracts/proto.lock.json'

/** Where the promises of released versions lie, a file for each day. */
export const VERSIONS = 'contracts/versions'

function versionFile(name: string): string {
  return `${VERSIONS}/${name}.txt`
}

export function contractFiles(
  app: Projected,
  settings: DescribedSetting[],
  lockText: string | null,
  released: ApiVersion[] = [],
): Record<string, string> {
  const locks = (lockText === null ? {} : JSON.parse(lockText)) as ProtoLocks
  const lockOf = (name: string) => (locks[name] ??= emptyLock())
  const document = openapi(app)
  const facts = apiFacts(document as ApiDocument)
  const isReleased = released.some(({ name }) => name === API_VERSION)
  const versions = isReleased ? released : [...released, { name: API_VERSION, facts }]
  return {
    'contracts/openapi.json': json(document),
    ...(isReleased ? {} : { [versionFile(API_VERSION)]: `${facts.join('\n')}\n` }),
    'contracts/changes.md': changesText([...versions, { name: 'Not released yet', facts }]),
    'contracts/schema.graphql': graphqlSdl(app, 'shop'),
    'contracts/schema.admin.graphql': graphqlSdl(app, 'admin'),
    'contracts/quayside.proto': protoFile(app, 'shop', lockOf(PACKAGES.shop)),
    'contracts/quayside.admin.proto': protoFile(app, 'admin', lockOf(PACKAGES.admin)),
    [LOCK]: lockJson(locks),
    'contracts/events.json': json(eventsDocument(app)),
    'contracts/failures.md': failuresText(app),
    'contracts/config.md': configText(settings),
    'packages/client/src/generated/types.ts': clientTypes(app),
    'packages/client/src/generated/routes.ts': clientRoutes(app),
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Sorted, and a field per line, so that two branches that add fields meet where they should. */
function lockJson(locks: ProtoLocks): string {
  return json(sortKeys(locks)).replace(/\[\n\s+(\d+),\n\s+("[^"]*")\n\s+\]/g, '[$1, $2]')
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, held]) => [name, sortKeys(held)]),
  )
}
