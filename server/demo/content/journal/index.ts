/** The demo shop's journal, the newest entry first. */
import type { DemoPost } from '../types.ts'
import { ferry } from './ferry.ts'
import { kiln } from './kiln.ts'
import { light } from './light.ts'
import { linen } from './linen.ts'
import { table } from './table.ts'
import { tea } from './tea.ts'
import { walls } from './walls.ts'

export const journal: DemoPost[] = [kiln, table, light, walls, ferry, linen, tea]
