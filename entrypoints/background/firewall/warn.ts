import type { Standing } from '../../../domain/firewall/limits'
import { type Warning, warningOf } from '../../../domain/firewall/warnings'
import type { GuardKeeper } from './guard-keeper'

export interface WarnParts {
  tell: (warning: Warning) => Promise<unknown>
  report: (error: unknown) => void
}

/** Warns of rules that will close pages in use soon, once for each warning. */
export async function warn(
  { tell, report }: WarnParts,
  keeper: GuardKeeper,
  inUse: readonly Standing[],
  at: number,
): Promise<void> {
  const { warned } = keeper.memory
  const news = inUse
    .flatMap((standing) => warningOf(standing, at) ?? [])
    .filter(({ key }) => !warned.includes(key))
  for (const warning of news) await tell(warning).catch(report)
  if (news.length > 0)
    await keeper.remember({ warned: [...warned, ...news.map(({ key }) => key)].slice(-99) })
}
