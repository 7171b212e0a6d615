/** Art prints on their paper: a drawing, its title and its number. */
import {
  harbourChart,
  lighthouse,
  lowTideFour,
  lowTideOne,
  lowTideThree,
  lowTideTwo,
  moorings,
  nets,
  pebbles,
  sailPlan,
} from './artwork.ts'
import { grained, paper, serif } from './sheet.ts'
import { clipped, group } from './svg.ts'

const PRINTS: Record<string, [draw: () => string, title: string, number: string]> = {
  'low-tide-1': [lowTideOne, 'Low tide, no. 1', '12 / 300'],
  'low-tide-2': [lowTideTwo, 'Low tide, no. 2', '31 / 300'],
  'low-tide-3': [lowTideThree, 'Low tide, no. 3', '5 / 300'],
  'low-tide-4': [lowTideFour, 'Low tide, no. 4', '64 / 300'],
  moorings: [moorings, 'Moorings', '7 / 300'],
  nets: [nets, 'Nets', '22 / 300'],
  pebbles: [pebbles, 'Pebbles', '19 / 300'],
  'sail-plan': [sailPlan, 'Sail plan', '40 / 300'],
  'harbour-chart': [harbourChart, 'Harbour chart', '3 / 300'],
  lighthouse: [lighthouse, 'Lighthouse', '28 / 300'],
}

function sheet(draw: () => string, title: string, number: string, seed: number): string {
  const drawing = group(
    { transform: 'translate(110 120) scale(2.6)' },
    clipped('M0 0H300V400H0Z', grained(seed, draw())),
  )
  const line = { y: 1262, size: 32, fill: '#6b6459' }
  return paper(
    1000,
    1400,
    '#f4eee3',
    drawing,
    serif(title, { ...line, x: 112, anchor: 'start' }, true),
    serif(number, { ...line, x: 888, anchor: 'end' }),
  )
}

export const prints: Record<string, string> = Object.fromEntries(
  Object.entries(PRINTS).map(([key, [draw, title, number]], index) => [
    `print-${key}`,
    sheet(draw, title, number, index + 3),
  ]),
)
