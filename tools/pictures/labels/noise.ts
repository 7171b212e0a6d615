/** Seeded chance: the same picture every time, on every machine. */

/** Numbers from 0 to 1, in an order fixed by the seed. */
export function chance(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function corner(x: number, y: number, z: number): number {
  let hash = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(z, 2147483647)
  hash = Math.imul(hash ^ (hash >>> 13), 1274126177)
  return ((hash ^ (hash >>> 16)) >>> 0) / 4294967296
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10)
}

/** Smooth noise from -1 to 1; one wave per unit. */
export function noise(x: number, y = 0, z = 0): number {
  const [ix, iy, iz] = [Math.floor(x), Math.floor(y), Math.floor(z)]
  const [fx, fy, fz] = [fade(x - ix), fade(y - iy), fade(z - iz)]
  const along = (dy: number, dz: number) => {
    const left = corner(ix, iy + dy, iz + dz)
    return left + (corner(ix + 1, iy + dy, iz + dz) - left) * fx
  }
  const near = along(0, 0) + (along(1, 0) - along(0, 0)) * fy
  const far = along(0, 1) + (along(1, 1) - along(0, 1)) * fy
  return 2 * (near + (far - near) * fz) - 1
}
