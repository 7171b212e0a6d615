/**
 * Blocks of plugins. A plugin declares what staff write in its block, and tells it in the blocks that there are: so every
 * page, mail and client shows it, and nothing of a plugin runs anywhere but here.
 *
 *     fill(pluginBlocks, 'sizes', {
 *       name: 'sizes.table',
 *       values: Type.Object({ chart: OneOf('rings', 'shoes') }),
 *       show: ({ chart }, { locale }) => [{ kind: 'rich_text', title: …, body: … }],
 *     })
 */
import type { Ctx } from '#kit/context.ts'
import { invalid, isFailure } from '#kit/failure.ts'
import { port } from '#kit/port.ts'
import { Custom, Key, Type, shape, type Static, type TObject } from '#kit/types.ts'
import { compileCheck } from '#kit/validate.ts'
import type { ShownBlock } from './index.ts'

export interface BlockOfPlugin {
  /** Said of the plugin first: `sizes.table`. */
  name: string
  /** What staff write, checked before it is kept. */
  values: TObject
  /** What shoppers are shown; nothing where it has nothing to say. What is thrown leaves the block out, and not its page. */
  show: (values: Record<string, unknown>, reader: { locale: string }) => ShownBlock[]
}

/** Each plugin that has blocks fills it. */
export const pluginBlocks = port<BlockOfPlugin>('content.pluginBlocks', { many: true })

export const PluginBlock = shape(
  'PluginBlock',
  { kind: Type.Literal('plugin'), name: Key, values: Custom },
  { description: 'A block of a plugin of this store; `values` are what the plugin asks for.' },
)
type PluginBlock = Static<typeof PluginBlock>

const blockOf = (ctx: Ctx, name: string) => ctx.ports(pluginBlocks).find((each) => each.name === name)

/** Refuses blocks that no plugin has, and values that are not what it asks for, by their field. */
export function checkPluginBlocks(ctx: Ctx, blocks: readonly { kind: string }[]): void {
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'plugin') continue
    const { name, values } = block as PluginBlock
    const asked = blockOf(ctx, name)
    if (!asked) throw invalid(`blocks.${index}.name`, 'unknown', 'No plugin of this store has such a block.')
    try {
      checkerOf(asked)({ values })
    } catch (error) {
      if (isFailure(error)) for (const each of error.errors) each.path = `blocks.${index}.${each.path}`
      throw error
    }
  }
}

/** Of a plugin that is gone nothing is shown; its block stays where it was and is back with it. */
export function showPlugin(ctx: Ctx, { name, values }: PluginBlock, locale: string): ShownBlock[] {
  try {
    return blockOf(ctx, name)?.show(values, { locale }) ?? []
  } catch (error) {
    ctx.log.error({ err: error, block: name }, 'a block of a plugin could not be shown')
    return []
  }
}

const checkers = new WeakMap<BlockOfPlugin, (raw: unknown) => unknown>()

function checkerOf(block: BlockOfPlugin): (raw: unknown) => unknown {
  const held = checkers.get(block)
  if (held) return held
  const values = Type.Object(block.values.properties, { additionalProperties: false })
  const check = compileCheck(Type.Object({ values }, { additionalProperties: false }))
  checkers.set(block, check)
  return check
}
