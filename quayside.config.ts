/**
 * What this store has that others do not. It is part of the code: a change holds from the next start on.
 *
 * `custom` are fields of its own, by table; `docs/custom-fields.md` says what there is:
 *
 *     import { field } from './server/kit/custom.ts'
 *     import { OneOf, Text } from './server/kit/types.ts'
 *
 *     custom: {
 *       'catalog.product': { careLabel: field(Text(80), { filterable: true, searchable: true }) },
 *     }
 */
import type { CustomFields } from './server/kit/custom.ts'

const custom: CustomFields = {}

export default { custom }
