/** Light, dark, or as the visitor's system says. The choice is a cookie, so the first paint is right. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const isTheme = (value: unknown): value is Theme => themes.includes(value as Theme)

export function themeOf(request: Request): Theme {
  const value = /(?:^|;\s*)theme=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1]
  return isTheme(value) ? value : 'system'
}

const YEAR = 31_536_000 // seconds

export function themeCookie(value: unknown): string {
  const theme = isTheme(value) ? value : 'system'
  return `theme=${theme}; Path=/; Max-Age=${theme === 'system' ? 0 : YEAR}; SameSite=Lax`
}

/** The theme's paper, where a colour is told outside of any stylesheet. */
export const PAPER = { light: '#fdfbf8', dark: '#151210' }
