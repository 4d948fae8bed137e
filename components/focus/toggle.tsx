import type { ComponentChildren } from 'preact'

interface Props {
  isOn: boolean
  onClick: () => void
  children: ComponentChildren
}

export const Toggle = ({ isOn, onClick, children }: Props) => (
  <button type="button" aria-pressed={isOn} onClick={onClick}>
    {children}
  </button>
)
