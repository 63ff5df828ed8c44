/** The designs there are: Foyer's own, and those of the site's folder, which take the place of one of the same name. */
import {
  type BadgeKind,
  type DesignFault,
  type DesignFaultCode,
  DesignId,
  type NamedDesign,
  readDesign,
} from '../../../shared/badges/design.ts';
import type { Log } from '../ports.ts';

/** A design's file as it was at the start. */
export interface DesignFile {
  /** With its ending: `label.json`. */
  readonly name: string;
  readonly content: string | { readonly fault: DesignFaultCode };
}

export interface DesignFiles {
  readonly own: readonly DesignFile[];
  readonly site: readonly DesignFile[];
}

/** Files of the site that are read; the rest is told as `too-many-files`. */
const mostFiles = 50;
const longestFileName = 80;

export interface BadgeDesigns {
  readonly all: readonly NamedDesign[];
  readonly faults: readonly DesignFault[];
  /** The one wanted, else the first of its kind among Foyer's own; undefined without any. */
  find(kind: BadgeKind, wanted: string): NamedDesign | undefined;
  byId(designId: string): NamedDesign | undefined;
}

export function createBadgeDesigns(files: DesignFiles, log: Log): BadgeDesigns {
  const faults: DesignFault[] = [];
  const designs = new Map<string, NamedDesign>();
  const read = ({ name, content }: DesignFile): void => {
    const file = name.slice(0, longestFileName);
    const id = DesignId.safeParse(name.replace(/\.json$/, ''));
    if (!id.success) faults.push({ file, field: '', fault: 'design-file-name' });
    else if (typeof content !== 'string') faults.push({ file, field: '', fault: content.fault });
    else {
      const reading = readDesign(file, content);
      if (reading.ok) designs.set(id.data, { designId: id.data, design: reading.design });
      else faults.push(...reading.faults);
    }
  };
  for (const file of files.own) read(file);
  for (const [index, file] of files.site.entries())
    if (index < mostFiles) read(file);
    else faults.push({ file: file.name.slice(0, longestFileName), field: '', fault: 'too-many-files' });
  if (faults.length > 0) log({ event: 'badge-designs', faults: faults.length });
  const all = [...designs.values()];
  return {
    all,
    faults,
    find(kind, wanted) {
      const found = designs.get(wanted);
      return found?.design.kind === kind ? found : all.find(({ design }) => design.kind === kind);
    },
    byId: (designId) => designs.get(designId),
  };
}
