import type { ComponentChildren } from 'preact'
import { t } from '../../platform/i18n'
import './page.css'

export const PAGES = ['today', 'week', 'trends', 'sites', 'firewall', 'insights', 'settings'] as const
export type PageName = (typeof PAGES)[number]

interface Props {
  current: PageName
  hrefOf: (page: PageName) => string
  children: ComponentChildren
}

/** The frame of every dashboard page: the navigation and the main area. */
export const Frame = ({ current, hrefOf, children }: Props) => (
  <div class="page">
    <nav class="pages" aria-label={t('pages')}>
      <span class="brand">
        <img src="/icons/recording.svg" alt="" width={20} height={20} />
        {t('extension_name')}
      </span>
      {PAGES.map((page) => (
        <a key={page} href={hrefOf(page)} aria-current={page === current ? 'page' : undefined}>
          {t(page)}
        </a>
      ))}
    </nav>
    <main>{children}</main>
  </div>
)
