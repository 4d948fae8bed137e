import type { SurfaceGroups } from './surface-groups'

/** Other endings of sites for adults and for gambling. Brazil, for one, admits betting only under `.bet.br`. */
export const discreetSurfaces = {
  'bet365.com': { also: ['bet365.bet.br', 'bet365.com.au', 'bet365.es', 'bet365.gr', 'bet365.it'] },
  'betano.com': { also: ['betano.bet.br', 'betano.bg', 'betano.cz', 'betano.de', 'betano.pt', 'betano.ro'] },
  'betfair.com': { also: ['betfair.bet.br', 'betfair.es', 'betfair.it', 'betfair.ro'] },
  'bwin.com': { also: ['bwin.de', 'bwin.es', 'bwin.gr', 'bwin.it'] },
  'pokerstars.com': {
    also: ['pokerstars.de', 'pokerstars.es', 'pokerstars.fr', 'pokerstars.it', 'pokerstars.uk'],
  },
  'pornhub.com': { also: ['pornhub.org'] },
  'tipico.de': { also: ['tipico.com'] },
  'unibet.com': { also: ['unibet.co.uk', 'unibet.fr', 'unibet.nl', 'unibet.se'] },
  'xhamster.com': { also: ['xhamster.desi'] },
  'xnxx.com': { also: ['xnxx.es'] },
  'xvideos.com': { also: ['xvideos.es'] },
} as const satisfies SurfaceGroups
