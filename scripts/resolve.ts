/** Lets Node run the sources as they are: an import between them names no file ending. */
import { registerHooks } from 'node:module'

const ENDINGS = ['.ts', '.tsx']

registerHooks({
  resolve: (specifier, context, next) => {
    try {
      return next(specifier, context)
    } catch (error) {
      if (!specifier.startsWith('.')) throw error
      for (const ending of ENDINGS) {
        try {
          return next(specifier + ending, context)
        } catch {
          // the next ending, or the first error
        }
      }
      throw error
    }
  },
})
