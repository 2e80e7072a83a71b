export type { Schemed, Token, TokenGroup, TokenType } from './token.js';
export { tokens } from './tokens.js';
export type { TokenName } from './tokens.js';
export { themes } from './themes.js';
export type { Theme, ThemeValue } from './themes.js';
