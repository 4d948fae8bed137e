const line = { fill: 'none', stroke: 'currentColor', 'stroke-width': 1.6, 'stroke-linecap': 'round' } as const

export const EyeIcon = ({ closed }: { closed: boolean }) => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" {...line}>
    <path
      d="M2 10c2-3.6 4.7-5.4 8-5.4s6 1.8 8 5.4c-2 3.6-4.7 5.4-8 5.4S4 13.6 2 10Z"
      stroke-linejoin="round"
    />
    <circle cx="10" cy="10" r="2.6" />
    {closed && <path d="M3.5 16.5l13-13" />}
  </svg>
)

/** A target: one thing in the middle, and a border around it. */
export const FocusIcon = () => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" {...line}>
    <circle cx="10" cy="10" r="7.2" />
    <circle cx="10" cy="10" r="2.4" fill="currentColor" stroke="none" />
  </svg>
)

/** Two bars; a triangle while it is paused. */
export const PauseIcon = ({ isPaused }: { isPaused: boolean }) => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" {...line}>
    <path d={isPaused ? 'M6.5 4.5v11l9-5.5Z' : 'M7 4.5v11M13 4.5v11'} stroke-linejoin="round" />
  </svg>
)

export const GearIcon = () => (
  <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" {...line}>
    <path d="M3 6h6M15 6h2M3 14h2M11 14h6" />
    <circle cx="12" cy="6" r="2.4" />
    <circle cx="8" cy="14" r="2.4" />
  </svg>
)
