import { PageHeading } from '../../components/page-heading'
import { useReady } from '../../components/use-ready'
import { t } from '../../platform/i18n'
import type { Route } from './route'

export function WeekPage({ part }: Omit<Route, 'page'>) {
  useReady(part !== undefined)
  return <PageHeading>{t('week')}</PageHeading>
}
