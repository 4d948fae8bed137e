import type { ComponentChildren } from 'preact'
import { sharePercent } from './owners-words'
import './share-bars.css'

export interface ShareRow {
  key: string
  name: ComponentChildren
  /** 0 to 1. */
  share: number
  /** Of how many it is a share, if the row says so. */
  count?: string
  /** Several together, drawn quieter. */
  isRest?: boolean
}

interface Props {
  title?: string
  rows: readonly ShareRow[]
  /** Said instead of rows if there are none. */
  none?: string
}

/** Shares as bars, each with its figure; all of it is as wide as there is room. */
export function ShareBars({ title, rows, none = '' }: Props) {
  return (
    <table class="share-bars">
      {title && <caption>{title}</caption>}
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td class="soft">{none}</td>
          </tr>
        )}
        {rows.map(({ key, name, share, count, isRest }) => (
          <tr key={key} class={isRest ? 'rest' : ''}>
            <th scope="row">{name}</th>
            <td aria-hidden="true">
              <span class={share > 0 ? 'bar' : 'bar none'} style={{ '--part': share }} />
            </td>
            <td class="number">{sharePercent(share)}</td>
            {count !== undefined && <td class="number soft">{count}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
