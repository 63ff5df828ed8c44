/**
 * Asking the core from a screen: `useCall` for queries, kept and refetched by TanStack Query, and `useCommand` for
 * commands. Keys are the call's name and input; a `changed` event makes the queries of its areas ask again.
 * The cache belongs to one session: it is made at sign-in and emptied at lock.
 */
import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallInput, CallName, CallOutput, Contract } from '../../shared/contract/contract.ts';
import type { Area } from '../../shared/contract/events.ts';
import type { Refused, Reply } from '../../shared/reply.ts';
import { call } from '../client.ts';
import { announceSessionEnded, listen } from './events.ts';

export type QueryName = {
  [Name in CallName]: Contract[Name]['kind'] extends 'query' ? Name : never;
}[CallName];

/**
 * Which changes make a query ask again. Views that are audited one by one (`visits.get`, `audit.entries`) are
 * not among them: they would write an entry for every change elsewhere, and the audit would follow itself for ever.
 */
const areasOf: Readonly<Record<QueryName, readonly Area[]>> = {
  'site.welcome': ['site'],
  'site.settings': ['site'],
  'site.picture': ['site'],
  'staff.current': [],
  'staff.stayActive': [],
  'staff.list': ['staff'],
  'types.list': ['site'],
  'visits.onSite': ['visits', 'cards'],
  'visits.get': [],
  'visits.search': ['visits', 'cards'],
  'holds.list': ['holds'],
  'invitations.expected': ['invitations', 'outbox'],
  'cards.list': ['cards', 'visits'],
  'cards.read': [],
  'cards.recent': ['cards'],
  'notice.current': ['notice', 'site'],
  'notice.read': [],
  'notice.history': ['notice'],
  'notice.draft': ['notice', 'site'],
  'notice.preview': ['notice', 'site', 'retention'],
  'evacuationList.state': ['evacuation-list'],
  'badges.designs': ['badges', 'site'],
  'badges.pdf': [],
  'rollCalls.state': ['roll-calls', 'visits'],
  'rollCalls.current': ['roll-calls', 'visits', 'cards'],
  'rollCalls.list': ['roll-calls'],
  'rollCalls.report': [],
  'retention.overview': ['retention', 'visits'],
  'retention.certificates': ['retention'],
  'reports.days': ['cards'],
  'reports.export': [],
  'exports.count': [],
  'exports.page': [],
  'readers.status': ['readers'],
  'readers.tapSimulated': [],
  'readers.devices': ['readers'],
  'readers.heard': ['readers'],
  'readers.diagnostic': [],
  'readers.typed': [],
  'hosts.find': [],
  'hosts.list': ['hosts'],
  'hosts.export': [],
  'watchlist.list': ['watchlist', 'notice'],
  'watchlist.get': [],
  'watchlist.alerts': ['visits', 'watchlist'],
  'watchlist.alert': [],
  'audit.entries': [],
  'devices.list': ['devices'],
  'devices.checkIn': [],
  'words.site': [],
  'words.report': [],
  'outbox.deliveries': ['outbox'],
  'mail.settings': ['outbox'],
  'webhooks.list': ['outbox'],
  'integrations.list': ['outbox'],
  'events.list': ['invitations', 'visits'],
};

/** What a command changes, so that the screen that gave it does not wait for the event. */
const areasOfPrefix: Readonly<Record<string, readonly Area[]>> = {
  site: ['site', 'notice', 'readers'],
  staff: ['staff'],
  visits: ['visits', 'cards', 'holds', 'retention'],
  invitations: ['invitations'],
  outbox: ['outbox'],
  mail: ['outbox'],
  webhooks: ['outbox'],
  integrations: ['outbox'],
  events: ['invitations', 'outbox'],
  cards: ['cards', 'visits'],
  retention: ['retention', 'notice'],
  rollCalls: ['roll-calls'],
  evacuationList: ['evacuation-list'],
  badges: ['badges'],
  notice: ['notice'],
  readers: ['readers'],
  types: ['site', 'notice'],
  hosts: ['hosts', 'visits'],
  watchlist: ['watchlist', 'visits', 'retention'],
  devices: ['devices'],
};

/** Milliseconds a list nobody shows stays in memory. */
const keptUnseen = 5_000;
/** Several changes within this time, in milliseconds, make a query ask once. */
const gathered = 40;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        gcTime: keptUnseen,
        staleTime: 2_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The core is on this machine or this network: what the browser thinks of the internet says nothing.
        networkMode: 'always',
        retry: (tries, refused) => (refused as unknown as Refused).code === 'unavailable' && tries < 10,
        retryDelay: 1_000,
      },
    },
  });
}

function invalidate(client: QueryClient, areas: readonly Area[]): void {
  void client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const name = queryKey[0];
      if (typeof name !== 'string' || !Object.hasOwn(areasOf, name)) return false;
      return areasOf[name as QueryName].some((area) => areas.includes(area));
    },
  });
}

/** Keeps `client` in step with the core's events until the returned function is called. */
export function followChanges(client: QueryClient): () => void {
  const changed = new Set<Area>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = listen((event) => {
    if (event.type !== 'changed') return;
    for (const area of event.areas) changed.add(area);
    timer ??= setTimeout(() => {
      timer = undefined;
      const areas = [...changed];
      changed.clear();
      invalidate(client, areas);
    }, gathered);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

export interface CallOptions {
  readonly enabled?: boolean;
  /** Shows the answer to the previous input until the new one is there. */
  readonly keepPrevious?: boolean;
  /** Asks again every so many milliseconds. */
  readonly every?: number | false;
  /** Forgets the answer as soon as nobody shows it. */
  readonly forget?: boolean;
}

export function useCall<Name extends QueryName>(
  name: Name,
  input: CallInput<Name>,
  options: CallOptions = {},
): UseQueryResult<CallOutput<Name>, Refused> {
  const result = useQuery<unknown, Refused>({
    queryKey: [name, input],
    queryFn: async () => {
      const reply = await call(name, input);
      if (!reply.ok) {
        if (reply.code === 'signed-out') announceSessionEnded();
        throw reply;
      }
      return reply.value;
    },
    enabled: options.enabled ?? true,
    refetchInterval: options.every ?? false,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.forget ? { gcTime: 0 } : {}),
  });
  return result as UseQueryResult<CallOutput<Name>, Refused>;
}

export interface Command<Name extends CallName> {
  /** Never rejects. A second run while one is under way waits for nobody: buttons are busy meanwhile. */
  readonly run: (input: CallInput<Name>) => Promise<Reply<CallOutput<Name>>>;
  readonly busy: boolean;
  /** Why the last run was refused; null after a run that was not. */
  readonly refused: Refused | null;
  readonly forgetRefusal: () => void;
}

export function useCommand<Name extends CallName>(name: Name): Command<Name> {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback(
    async (input: CallInput<Name>) => {
      setBusy(true);
      setRefused(null);
      const reply = await call(name, input);
      if (!reply.ok && reply.code === 'signed-out') announceSessionEnded();
      if (reply.ok) invalidate(client, areasOfPrefix[name.slice(0, name.indexOf('.'))] ?? []);
      if (mounted.current) {
        setBusy(false);
        setRefused(reply.ok ? null : reply);
      }
      return reply;
    },
    [client, name],
  );
  const forgetRefusal = useCallback(() => setRefused(null), []);
  return { run, busy, refused, forgetRefusal };
}
