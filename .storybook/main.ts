import type { StorybookConfig } from '@storybook/web-components-vite';
import type { Plugin } from 'vite';
import { cssTarget } from '../vite.config.js';

/** Storybook adds Vite's default conditions to those of vite.config.ts, and with them Lit's development build. */
const productionLit: Plugin = {
  name: 'production-lit',
  enforce: 'post',
  config(config) {
    const conditions = config.resolve?.conditions?.filter(condition => condition !== 'development|production');
    if (config.resolve && conditions) config.resolve.conditions = conditions;
  },
};

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', 'msw-storybook-addon'],
  staticDirs: ['../mocks/public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  // Of `build`, Storybook takes over no more than `target`.
  viteFinal: vite => ({
    ...vite,
    build: { ...vite.build, cssTarget },
    plugins: [...(vite.plugins ?? []), productionLit],
  }),
};

export default config;
