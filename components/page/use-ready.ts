import { useEffect } from 'preact/hooks'

/** Marks the moment at which a page's figures are on screen. */
export const useReady = (isReady: boolean): void =>
  useEffect(() => {
    if (isReady) performance.mark('ready')
  }, [isReady])
