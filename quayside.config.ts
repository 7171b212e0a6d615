/**
 * What this store has that others do not. It is part of the code: a change holds from the next start on.
 *
 * `custom` are fields of its own, by table; `docs/custom-fields.md` says what there is:
 *
 *     import { field } from './server/kit/custom.ts'
 *     import { Day, Text } from './server/kit/types.ts'
 *
 *     custom: {
 *       'catalog.product': { careLabel: field(Text(80), { label: { en: 'Care' }, inCart: true }) },
 *       'customers.customer': { birthday: field(Day, { label: { en: 'Birthday' }, byShopper: 'write' }) },
 *     }
 *
 * `plugins` are modules of strangers or of its own, below all others; `docs/plugins.md` says what they may.
 */
import type { CustomFields } from './server/kit/custom.ts'
import type { Module } from './server/kit/module.ts'

const custom: CustomFields = {}
const plugins: Module[] = []

export default { custom, plugins }
