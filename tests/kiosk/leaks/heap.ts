/**
 * Every string in the memory of a page's scripts, and who holds it. The format is that of V8's heap snapshots
 * (v8/src/profiler/heap-snapshot-generator.cc): flat arrays of numbers, described by `snapshot.meta`.
 */
import type { Page } from 'playwright/test';

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
      readonly edge_fields: readonly string[];
      readonly edge_types: readonly (readonly string[] | string)[];
    };
  };
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly strings: readonly string[];
}

export interface FoundString {
  readonly text: string;
  /** From the root of the heap down to the string: `.memoizedState .next [3]`. */
  readonly path: string;
}

export interface Heap {
  readonly stringCount: number;
  /** Strings that hold `marker`, letters' case aside. */
  find(marker: string): readonly FoundString[];
}

/** After collecting garbage as thoroughly as V8 can be asked to. */
export async function takeHeap(page: Page): Promise<Heap> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  // Finalisers and weak references of one round are only let go by the next.
  for (let round = 0; round < 3; round += 1) await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return readHeap(JSON.parse(chunks.join('')) as Snapshot);
}

/** Exported for its own test. */
export function readHeap({ snapshot, nodes, edges, strings }: Snapshot): Heap {
  const { meta } = snapshot;
  const nodeField = (name: string): number => meta.node_fields.indexOf(name);
  const edgeField = (name: string): number => meta.edge_fields.indexOf(name);
  const [nodeSize, edgeSize] = [meta.node_fields.length, meta.edge_fields.length];
  const [typeAt, nameAt, edgesAt] = [nodeField('type'), nodeField('name'), nodeField('edge_count')];
  const [edgeTypeAt, edgeNameAt, edgeToAt] = [
    edgeField('type'),
    edgeField('name_or_index'),
    edgeField('to_node'),
  ];
  const nodeTypes = meta.node_types[0] as readonly string[];
  const edgeTypes = meta.edge_types[0] as readonly string[];
  const nodeCount = nodes.length / nodeSize;

  const firstEdge = new Uint32Array(nodeCount + 1);
  for (let node = 0; node < nodeCount; node += 1)
    firstEdge[node + 1] = (firstEdge[node] ?? 0) + (nodes[node * nodeSize + edgesAt] ?? 0);

  const typeOf = (node: number): string => nodeTypes[nodes[node * nodeSize + typeAt] ?? -1] ?? '';
  const edgeName = (edge: number): string => {
    const type = edgeTypes[edges[edge * edgeSize + edgeTypeAt] ?? -1];
    const name = edges[edge * edgeSize + edgeNameAt] ?? 0;
    return type === 'element' || type === 'hidden' ? `[${name}]` : `.${strings[name]}`;
  };
  const target = (edge: number): number => (edges[edge * edgeSize + edgeToAt] ?? 0) / nodeSize;
  const edgesOf = function* (node: number): Generator<number> {
    for (let edge = firstEdge[node] ?? 0; edge < (firstEdge[node + 1] ?? 0); edge += 1) yield edge;
  };

  /** Strings that were put together keep their parts until somebody reads them. */
  const textOf = (node: number, depth = 0): string => {
    if (typeOf(node) !== 'concatenated string' || depth > 2_000)
      return strings[nodes[node * nodeSize + nameAt] ?? -1] ?? '';
    let text = '';
    for (const edge of edgesOf(node))
      if (['.first', '.second'].includes(edgeName(edge))) text += textOf(target(edge), depth + 1);
    return text;
  };

  const texts: { readonly node: number; readonly text: string; readonly folded: string }[] = [];
  for (let node = 0; node < nodeCount; node += 1)
    if (['string', 'concatenated string', 'sliced string'].includes(typeOf(node))) {
      const text = textOf(node);
      texts.push({ node, text, folded: text.toLowerCase() });
    }

  let parents: Int32Array | null = null;
  /** The edge by which a walk in breadth from the root first comes to each node. */
  const parentEdges = (): Int32Array => {
    if (parents !== null) return parents;
    parents = new Int32Array(nodeCount).fill(-1);
    const from = new Int32Array(nodeCount).fill(-1);
    const queue = [0];
    for (let next = 0; next < queue.length; next += 1) {
      const node = queue[next] ?? 0;
      for (const edge of edgesOf(node)) {
        const to = target(edge);
        const weak = edgeTypes[edges[edge * edgeSize + edgeTypeAt] ?? -1] === 'weak';
        if (weak || to === 0 || from[to] !== -1) continue;
        from[to] = node;
        parents[to] = edge;
        queue.push(to);
      }
    }
    origins = from;
    return parents;
  };
  let origins = new Int32Array(0);
  const pathTo = (node: number): string => {
    const edgeTo = parentEdges();
    const steps: string[] = [];
    for (let at = node; at > 0 && edgeTo[at] !== -1; at = origins[at] ?? -1) {
      const holder = strings[nodes[(origins[at] ?? 0) * nodeSize + nameAt] ?? -1] ?? '';
      steps.unshift(`${holder.slice(0, 30)}${edgeName(edgeTo[at] ?? 0)}`);
    }
    return steps.join(' → ');
  };

  return {
    stringCount: texts.length,
    find: (marker) =>
      texts
        .filter(({ folded }) => folded.includes(marker.toLowerCase()))
        .map(({ node, text }) => ({ text: text.slice(0, 200), path: pathTo(node) })),
  };
}
