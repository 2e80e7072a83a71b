import { fallbackCss, schemedCss } from './token.js';
import type { Token } from './token.js';
import { themedTokens, themeValue } from './themes.js';
import type { Theme } from './themes.js';
import { tokens } from './tokens.js';

const tokenList: readonly Token[] = tokens;

/** The private twin of a public property, which the stylesheets read. */
const privateName = (name: string): string => name.replace('--batch-sync-', '--_');

const read = (name: string, fallback: string): string => `  ${privateName(name)}: var(${name}, ${fallback});`;

function readings(valueOf: (token: Token) => string | undefined): string {
  return tokenList
    .flatMap(token => {
      const value = valueOf(token);
      return value === undefined ? [] : [read(token.name, value)];
    })
    .join('\n');
}

/** What stands on the wrapper in each shadow root: every public property, read once, with what holds where it is not set. */
export function fallbacksCss(): string {
  return `.root {
${readings(fallbackCss)}
}

.root[data-density='compact'] {
${readings(({ compact }) => compact)}
}

@media (prefers-contrast: more) {
  .root {
${readings(({ contrast }) => contrast && schemedCss(contrast))}
  }
}`;
}

/**
 * A theme as a file of its own. It stands in a layer, so that any rule of the page goes first, and says something of
 * every token, so that one theme inside another is whole: `initial` is the elements' own value. The condition is met by
 * every browser that the elements run in; it tells a host's bundler that nothing in there is to be rewritten for older
 * ones: what that makes of `light-dark()` is no colour, unless the same stylesheet says `color-scheme`.
 */
export function themeCss(theme: Theme): string {
  const declarations = themedTokens.map(token => {
    const value = themeValue(theme, token) ?? 'initial';
    return `      ${token.name}: ${typeof value === 'string' ? value : schemedCss(value)};`;
  });
  return `/* ${theme.title}: ${theme.description} */
@layer batch-sync.theme {
  @supports (color: light-dark(red, blue)) {
    :where(:root:not([data-batch-sync-theme]), [data-batch-sync-theme='${theme.name}']) {
${declarations.join('\n')}
    }
  }
}
`;
}
