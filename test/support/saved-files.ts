/** A file that was handed to the browser's downloads. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** What is saved while `act` runs. The browser itself saves nothing. */
export async function savedDuring(act: () => unknown): Promise<readonly SavedFile[]> {
  const links: { name: string; url: string }[] = [];
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    links.push({ name: this.download, url: this.href });
  };
  try {
    await act();
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
  return Promise.all(links.map(async ({ name, url }) => ({ name, text: await (await fetch(url)).text() })));
}
