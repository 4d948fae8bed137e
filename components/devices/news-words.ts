import { type DevicesNews, isNoNews } from '../../domain/devices/devices-news'
import { t } from '../../platform/i18n'
import { listed } from '../figure/format'
import { tn } from '../figure/plural'

const PARTS = [
  ['sites', 'devices_news_sites'],
  ['rates', 'devices_news_rates'],
  ['rules', 'devices_news_rules'],
  ['promises', 'devices_news_promises'],
  ['settings', 'devices_news_settings'],
  ['days', 'devices_news_days'],
  ['uses', 'devices_news_uses'],
] as const

/** One sentence about what came with a file, or that nothing was new. */
export function newsWords(news: DevicesNews): string {
  if (isNoNews(news)) return t('devices_file_no_news')
  const parts = PARTS.flatMap(([part, words]) => (news[part] > 0 ? [tn(words, news[part])] : []))
  return t('devices_file_news', listed(parts))
}
