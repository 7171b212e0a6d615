/** Light, dark or as the system says. A form of three buttons, so it works without script. */
import { cx, Icon, type IconName } from '@quayside/ui'
import { useLocation } from 'react-router'
import { paths } from '../paths.ts'
import { themes, type Theme } from '../theme.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

const icons: Record<Theme, IconName> = { system: 'screen', light: 'sun', dark: 'moon' }

export function ThemeChoice({ theme }: { theme: Theme }) {
  const words = useWords()
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action={paths.preferences()} preventScrollReset>
      <input type="hidden" name="to" value={pathname + search} />
      <div
        role="group"
        aria-label={words.shell.theme}
        className="inline-flex overflow-clip rounded-control border border-line bg-paper"
      >
        {themes.map((choice) => (
          <button
            key={choice}
            type="submit"
            name="theme"
            value={choice}
            aria-pressed={choice === theme}
            aria-label={words.shell.themes[choice]}
            title={words.shell.themes[choice]}
            className={cx(
              'grid size-9 place-items-center transition-colors focus-visible:-outline-offset-2',
              choice === theme ? 'bg-shade text-ink' : 'text-quiet hover:bg-tint hover:text-ink',
            )}
          >
            <Icon name={icons[choice]} className="size-4.5" />
          </button>
        ))}
      </div>
    </Form>
  )
}
