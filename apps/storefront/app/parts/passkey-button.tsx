/** A way in by passkey, below the one by password. Without script, and where there are none, it is not there. */
import { Button, cx } from '@quayside/ui'
import type { usePasskey } from './use-passkey.ts'
import { useWords } from './use-words.ts'

type Props = {
  passkey: ReturnType<typeof usePasskey>
  label: string
  hint?: string | undefined
  onPress: (form: HTMLFormElement) => void
}

export function PasskeyButton({ passkey: { offered, asking }, label, hint, onPress }: Props) {
  const words = useWords().passkeys
  if (offered === 'no' || offered === 'unlikely') return null
  return (
    <div className={cx('noscript:hidden', offered === 'likely' && 'invisible')}>
      <p className="mb-4 flex items-center gap-3 text-sm text-quiet before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {words.or}
      </p>
      <Button
        type="button"
        look="secondary"
        size="large"
        wide
        busy={asking}
        onClick={({ currentTarget }) => onPress(currentTarget.form!)}
      >
        {asking ? words.waiting : label}
      </Button>
      {hint && <p className="mt-2 text-center text-sm text-quiet">{hint}</p>}
    </div>
  )
}
