/** The theme that the person chose, kept where a page can read it before it is painted. */
import type { Theme } from '../domain/settings/settings'

const KEY = 'theme'

/** Null if none is kept, or if the browser lets no page keep anything. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function show(chosen: string | null): void {
  const isDark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

/** Shows the chosen theme, or else that of the system. */
export const showTheme = (): void => show(kept())

/** Keeps the theme for the next page, and shows it here and on every other page. */
export function keepTheme(theme: Theme): void {
  if ((kept() ?? 'system') === theme) return
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // It then holds for this page.
  }
  show(theme === 'system' ? null : theme)
}
