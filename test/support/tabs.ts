import { waitUntil } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';

/** A tab of its own, in which the elements are defined. */
export class Tab {
  readonly #name: string;

  private constructor(name: string) {
    this.#name = name;
  }

  static async open(markup: string): Promise<Tab> {
    const tab = new Tab(await executeServerCommand<string, undefined>('open-tab'));
    await tab.run(`document.body.innerHTML = ${JSON.stringify(markup)}`);
    return tab;
  }

  /** Runs an expression in the tab, waits for it, and answers with what can be sent of it. */
  run<Result>(script: string): Promise<Result> {
    return executeServerCommand('run-in-tab', { tab: this.#name, script });
  }

  /** What is drawn by an element of the tab. */
  text(tag: string): Promise<string> {
    return this.run(`document.querySelector('${tag}')?.shadowRoot?.querySelector('.root')?.innerText ?? ''`);
  }

  async untilShown(tag: string, text: string): Promise<void> {
    await waitUntil(async () => (await this.text(tag)).includes(text), `${tag} to show ${text}`, { timeout: 20_000 });
  }

  async close(): Promise<void> {
    await executeServerCommand('close-tab', { tab: this.#name });
  }
}
