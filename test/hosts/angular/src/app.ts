import { Component, signal } from '@angular/core';
import { BatchSync } from './batch-sync';

@Component({
  selector: 'app-root',
  imports: [BatchSync],
  template: `
    <button (click)="shown.set(!shown())">{{ shown() ? 'Close' : 'Open' }}</button>
    <label><input type="checkbox" [checked]="locked()" (change)="locked.set(!locked())" /> Locked</label>
    <ol>
      @for (each of news(); track $index) {
        <li>{{ each }}</li>
      }
    </ol>
    @if (shown()) {
      <app-batch-sync [locked]="locked()" (news)="tell($event)" />
    }
  `,
})
export class App {
  readonly shown = signal(true);
  readonly locked = signal(false);
  readonly news = signal<readonly string[]>([]);

  tell(news: string): void {
    this.news.update(before => [...before, news]);
  }
}
