/* Put after the worker's own code: every listener is in place now. */
benchTell({ told: 'ready', at: performance.now() })
