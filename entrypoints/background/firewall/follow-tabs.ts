import { browser } from 'wxt/browser'
import type { Guard } from './guard'
import { report } from '../report'

/** Keeps walls with their tabs: drops the wall of a closed tab, and moves it when a tab id is replaced. */
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
