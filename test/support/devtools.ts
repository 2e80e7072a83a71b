/** Whether the engine lets a test look at a page's heap, at what it asks of the network, and at other tabs: Chromium alone does. */
export const hasDevtools = 'userAgentData' in navigator;
