import type { Missing } from '../../domain/insight/finding'
import { type MessageKey, t } from '../../platform/i18n'
import { whole } from '../figure/format'

/** What is missing and when it will be there. */
export const missingWords = ({ lacks, have, need }: Missing): string =>
  t(`insight_lacks_${lacks}` as MessageKey, whole(need), whole(have))
