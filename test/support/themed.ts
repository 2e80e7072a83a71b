import { themes } from '../../src/themes/themes.js';

const sheets = import.meta.glob<string>('../../src/themes/css/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** The published stylesheet of a theme. */
export function themeSheet(name: string): string {
  const text = sheets[`../../src/themes/css/${name}.css`];
  if (text === undefined) throw new Error(`There is no file of the theme ${name}`);
  return text;
}

/** Links the files of themes in this order, as a page does. Answers how to take them away again. */
export function linkThemes(names: readonly string[] = themes.map(({ name }) => name)): () => void {
  const links = names.map(name => {
    const style = document.createElement('style');
    style.textContent = themeSheet(name);
    return style;
  });
  document.head.append(...links);
  return () => links.forEach(link => link.remove());
}
