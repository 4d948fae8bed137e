import { browser } from 'wxt/browser'
import type { Guard } from './guard'
import { report } from '../report'

/** Walls go with their tabs: a closed one stands for nothing, a replaced one for the same under a new name. */
export function followTabs({ keeper, walls }: Pick<Guard, 'keeper' | 'walls'>): void {
  const replace = (id: number, by: number | null) => {
    keeper
      .inTurn(async () => {
        await keeper.recall()
        await walls.replace(id, by)
      })
      .catch(report)
  }
  browser.tabs.onRemoved.addListener((id) => replace(id, null))
  browser.tabs.onReplaced.addListener((added, removed) => replace(removed, added))
}
