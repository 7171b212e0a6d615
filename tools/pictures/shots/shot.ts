/** What is photographed, and how: the manifest of the demo shop's pictures. */

/** What a form of `forms/` is given. */
export type Parameters = Record<string, unknown>

/** Shares of the thing's bounding box, and how near; degrees. */
export type Detail = { at: [number, number, number]; zoom: number; elevation: number; azimuth: number }

export type Stage = {
  backdrop: string
  /** Daylight: 1 is a bright room; less when the thing itself gives light. */
  key?: number
  /** Light from everywhere; more for clear glass, which shows what is around it. */
  fill?: number
  azimuth?: number
  elevation?: number
  /** How much air is around it. */
  pad?: number
  /** How far behind it the wall is that it leans on, in units of 10 cm. */
  wall?: number
  /** Render all of it alike: for what reaches out of the picture, and what lights up the backdrop. */
  whole?: true
  /** Raises the camera's aim by this share of the thing's size. */
  rise?: number
}

/** One product before the camera: a picture of it for each of its colours, perhaps a detail of the first. */
export type Shoot = {
  product: string
  /** `cups.tide_mug` is `tide_mug` of `forms/cups.py`. */
  form: string
  stage: Stage
  given?: Parameters
  /** By the colour's key; without any there is one picture, named like the product. */
  colours?: Record<string, Parameters>
  /** Colours that do more than paint: glass, metal. Each is then rendered whole. */
  apart?: true
  /** The picture whose light it takes over: the same form in other paint. Its own first colour, if none is named. */
  light?: string
  detail?: Detail
  /** Of both half renders together; more where things shine or glow. */
  samples?: number
}

export type Scene = {
  key: string
  form: string
  format: 'wide' | 'tall'
  given?: Parameters
  samples?: number
}

/** One picture as make.ts and shoot.py know it. */
export type Shot = {
  key: string
  view: 'hero' | 'detail' | 'scene'
  form: string
  given: Parameters
  stage: Partial<Stage> & { detail?: Detail }
  width: number
  height: number
  samples: number
  /** The key of the picture whose light this one takes over. */
  repaints?: string
  keepLight?: boolean
}

/** Details that suit most things: the edge of what is hollow, what lies before one, a corner, a fold, a
 * cover, the front. */
export const RIM: Detail = { at: [0.5, 0.1, 0.88], zoom: 0.5, elevation: 26, azimuth: 22 }
export const ABOVE: Detail = { at: [0.5, 0.35, 0.9], zoom: 0.5, elevation: 44, azimuth: 26 }
export const CORNER: Detail = { at: [0.28, 0.2, 0.8], zoom: 0.45, elevation: 24, azimuth: -25 }
export const FOLD: Detail = { at: [0.1, 0.08, 0.72], zoom: 0.42, elevation: 30, azimuth: -42 }
export const BOOK: Detail = { at: [0.5, 0.2, 0.95], zoom: 0.42, elevation: 38, azimuth: 35 }
export const FACE: Detail = { at: [0.5, 0, 0.62], zoom: 0.5, elevation: 10, azimuth: 8 }

const TALL = { width: 800, height: 1000 }
const WIDE = { width: 1440, height: 960 }
const SAMPLES = { hero: 12, detail: 16, scene: 14 }

/** All pictures of a product, the first colour first: the others take over its light. */
export function shotsOf({
  product,
  form,
  stage,
  given = {},
  colours,
  apart,
  light,
  detail,
  samples,
}: Shoot): Shot[] {
  const tints = Object.entries(colours ?? { '': {} })
  const named = tints.map(([colour, tint]) => ({
    key: colour ? `${product}-${colour}` : product,
    given: { ...given, ...tint },
  }))
  const [first] = named
  const source = light ?? (!apart && tints.length > 1 ? first!.key : undefined)
  const heroes = named.map((each): Shot => ({
    ...each,
    view: 'hero',
    form,
    stage,
    ...TALL,
    samples: samples ?? SAMPLES.hero,
    ...(source && (each.key === source ? { keepLight: true } : { repaints: source })),
  }))
  if (!detail) return heroes
  const near: Shot = {
    ...first!,
    key: `${product}-detail`,
    view: 'detail',
    form,
    stage: { ...stage, detail },
    ...TALL,
    samples: samples ?? SAMPLES.detail,
  }
  return [...heroes, near]
}

export function shotOf({ key, form, format, given = {}, samples }: Scene): Shot {
  const size = format === 'wide' ? WIDE : TALL
  return { key, view: 'scene', form, given, stage: {}, ...size, samples: samples ?? SAMPLES.scene }
}
