/** The choices of the demo shop, shared by its products; the colours are those the pictures are drawn with. */
import type { DemoOption } from './types.ts'

export const options: DemoOption[] = [
  {
    key: 'colour',
    name: 'Colour',
    values: [
      { key: 'chalk', name: 'Chalk', swatch: '#efe8da' },
      { key: 'oat', name: 'Oat', swatch: '#d9cfc0' },
      { key: 'sand', name: 'Sand', swatch: '#cdbba8' },
      { key: 'clay', name: 'Clay', swatch: '#b8765a' },
      { key: 'rust', name: 'Rust', swatch: '#a8604a' },
      { key: 'sea', name: 'Sea', swatch: '#5b7c8a' },
      { key: 'harbour', name: 'Harbour', swatch: '#2f4a4a' },
      { key: 'sage', name: 'Sage', swatch: '#a3ad98' },
      { key: 'soot', name: 'Soot', swatch: '#343a3a' },
      { key: 'brass', name: 'Brass', swatch: '#c39a55' },
      { key: 'smoke', name: 'Smoke', swatch: '#8a7462' },
      { key: 'clear', name: 'Clear', swatch: '#dfe6e4' },
    ],
  },
  {
    key: 'size',
    name: 'Size',
    values: [
      { key: 'small', name: 'Small' },
      { key: 'medium', name: 'Medium' },
      { key: 'large', name: 'Large' },
    ],
  },
  {
    key: 'set',
    name: 'Set',
    values: [
      { key: 'one', name: 'One' },
      { key: 'two', name: 'Set of two' },
      { key: 'four', name: 'Set of four' },
      { key: 'six', name: 'Set of six' },
    ],
  },
  {
    key: 'material',
    name: 'Material',
    values: [
      { key: 'oak', name: 'Oak', swatch: '#c9a57c' },
      { key: 'walnut', name: 'Walnut', swatch: '#7a5640' },
    ],
  },
  {
    key: 'format',
    name: 'Format',
    values: [
      { key: 'a4', name: 'A4' },
      { key: 'a3', name: 'A3' },
      { key: '50x70', name: '50 × 70 cm' },
    ],
  },
  {
    key: 'frame',
    name: 'Frame',
    values: [
      { key: 'none', name: 'No frame' },
      { key: 'oak', name: 'Oak frame' },
      { key: 'black', name: 'Black frame' },
    ],
  },
  {
    key: 'weight',
    name: 'Weight',
    values: [
      { key: '50g', name: '50 g' },
      { key: '100g', name: '100 g' },
      { key: '250g', name: '250 g' },
    ],
  },
  {
    key: 'ruling',
    name: 'Ruling',
    values: [
      { key: 'plain', name: 'Plain' },
      { key: 'lined', name: 'Lined' },
      { key: 'dotted', name: 'Dotted' },
    ],
  },
  {
    key: 'scent',
    name: 'Scent',
    values: [
      { key: 'fennel', name: 'Sea fennel' },
      { key: 'driftwood', name: 'Driftwood' },
      { key: 'unscented', name: 'Unscented' },
    ],
  },
]
