import type { CapabilitiesState, SharedConfig } from '../adapter/context.js';
import type { Batch, Capabilities, Feature, OrdersPermission } from '../core/batch.js';
import type { BatchSyncAdapter } from '../adapter/adapter.js';
import type { BatchDefinition } from '../core/definition.js';
import { ownMembers } from '../core/own-members.js';

/** What somebody may do here. Fails closed: `pending` asks for nothing, `none` neither. */
export type Access = 'pending' | OrdersPermission;

/** What a person may be offered: to create a batch, or what a backend has. */
export type Offer = Feature | 'create';

const ranks: readonly OrdersPermission[] = ['none', 'read', 'readWrite'];

export function strictest(one: OrdersPermission, other: OrdersPermission): OrdersPermission {
  // A word that we do not know has rank -1 and allows nothing.
  return ranks[Math.max(0, Math.min(ranks.indexOf(one), ranks.indexOf(other)))] ?? 'none';
}

/** One configuration over another, key by key; words are merged word by word. */
export function mergedConfig(own: SharedConfig, shared: SharedConfig): SharedConfig {
  const stated = Object.entries(own).filter(([, value]) => value !== undefined && value !== null);
  const merged = ownMembers<SharedConfig>(shared, Object.fromEntries(stated));
  const [mine, theirs] = [own, shared].map(config => ownMembers(config).messages);
  return mine && theirs ? ownMembers<SharedConfig>(merged, { messages: { ...theirs, ...mine } }) : merged;
}

/** Host and server both have a say. With neither: read only. */
export function accessOf(host: OrdersPermission | undefined, capabilities: CapabilitiesState): Access {
  const right = host === undefined ? undefined : strictest(host, 'readWrite');
  if (right === 'none') return 'none';
  if (capabilities.state === 'pending') return 'pending';
  if (capabilities.state === 'failed') return 'read';
  const server = capabilities.capabilities?.permissions.orders;
  if (server === undefined) return right ?? 'read';
  return strictest(right ?? server, server);
}

const methods: Readonly<Record<Offer, keyof BatchSyncAdapter>> = {
  create: 'createBatch',
  'gateway-sync': 'syncWithGateway',
  retry: 'retryFailed',
  cancel: 'cancelBatch',
  decide: 'decide',
  'find-tasks': 'findTasks',
  breakdown: 'breakdown',
  events: 'subscribe',
};

const reading: readonly Offer[] = ['find-tasks', 'breakdown', 'events'];

/** Whether adapter, backend, rights and the batch itself all offer something. */
export function isOffered(
  offer: Offer,
  adapter: BatchSyncAdapter,
  access: Access,
  capabilities: Capabilities | null,
  batch?: Batch,
): boolean {
  if (typeof adapter[methods[offer]] !== 'function') return false;
  if (access !== 'readWrite' && !(access === 'read' && reading.includes(offer))) return false;
  if (offer === 'create') return true;
  if (capabilities?.features && !capabilities.features.includes(offer)) return false;
  if (offer === 'decide' && isOwn(batch, capabilities)) return false;
  return batch?.allowedActions?.includes(offer) ?? true;
}

/** Whether the person made the batch: nobody decides on what is their own. */
export function isOwn(batch: Batch | undefined, capabilities: Capabilities | null): boolean {
  const maker = batch?.createdBy?.id;
  return maker !== undefined && maker === capabilities?.user?.id;
}

/** A definition under the limits of the server, where those are stricter. */
export function limitedDefinition(
  definition: BatchDefinition,
  server: Capabilities['limits'] | undefined,
): BatchDefinition {
  const maxRows = Math.min(definition.limits.maxRows, server?.maxRows ?? Infinity);
  const maxBytes = Math.min(definition.limits.maxBytes, server?.maxBytes ?? Infinity);
  const { limits } = definition;
  if (maxRows === limits.maxRows && maxBytes === limits.maxBytes) return definition;
  return { ...definition, limits: { maxRows, maxBytes } };
}

/** The first of the tags that is one; the page's language where none is. */
export function localeOf(...tags: readonly (string | null | undefined)[]): string {
  for (const tag of [...tags, navigator.language]) {
    try {
      const [locale] = tag ? Intl.getCanonicalLocales(tag) : [];
      if (locale !== undefined) return locale;
    } catch {
      // Not a language tag: the next one.
    }
  }
  return 'en';
}

/** An address that a link may have: never a script, never another scheme. */
export function safeHref(href: string): string | null {
  try {
    const url = new URL(href, document.baseURI);
    const sameOrigin = url.protocol === 'http:' && url.origin === location.origin;
    return url.protocol === 'https:' || sameOrigin ? href : null;
  } catch {
    return null;
  }
}

/** Whether an element has a backend of its own, or its provider's by a transport of its own. */
export function goesOwnWay(own: SharedConfig | null | undefined, shared: SharedConfig | undefined): boolean {
  const { adapter, baseUrl, getAccessToken, fetch, headers, credentials } = ownMembers(own);
  if (adapter || baseUrl) return true;
  if (!shared?.baseUrl || shared.adapter) return false;
  return Boolean(getAccessToken ?? fetch ?? headers ?? credentials);
}

/** The nearest value of an attribute on an element or around it, out of shadow roots too; `null` for none. */
export function closestAttribute(element: HTMLElement, name: 'lang' | 'dir'): string | null {
  let node: Element | null = element;
  while (node !== null) {
    const found: Element | null = node.closest(`[${name}]`);
    if (found !== null) return found.getAttribute(name);
    const root = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
