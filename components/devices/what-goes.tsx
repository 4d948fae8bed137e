import { t } from '../../platform/i18n'

const ROWS = [
  ['devices_goes', 'devices_goes_what'],
  ['devices_stays', 'devices_stays_what'],
  ['devices_how', 'devices_how_what'],
] as const

/** What devices tell each other, what they never do, and on which way; folded where the person has read it. */
export function WhatGoes({ isFolded = false }: { isFolded?: boolean }) {
  const rows = (
    <dl class="what-goes">
      {ROWS.map(([term, words]) => (
        <div key={term}>
          <dt>{t(term)}</dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
    </dl>
  )
  if (!isFolded) return rows
  return (
    <details class="what-goes-folded">
      <summary>{t('devices_what_goes')}</summary>
      {rows}
    </details>
  )
}
