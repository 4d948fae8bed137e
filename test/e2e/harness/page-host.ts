import type { TestBrowser } from './test-browser.ts'

/** What tests of pages use of a browser; the stand-in for one has it too. */
export type PageHost = Pick<TestBrowser, 'evaluate' | 'readDatabase' | 'openExtensionPage' | 'extensionUrl'>
