// Requests about participant lists: read what people bring, show what it would change, and do it in one step.
import type { Caller } from '../../shared/contract/combinators.ts';
import type { HostHandlers } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/contract/failures.ts';
import type { View } from '../../shared/domain/collections.ts';
import type { ImportPreview, ImportSelection, SourceOutline, SourceSheet } from '../../shared/domain/people/import-model.ts';
import { importCommand, outlineOf, previewImport } from '../../shared/domain/people/import-rules.ts';
import type { TextEncoding } from '../../shared/domain/people/values.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { HostOptions } from './host-options.ts';
import type { BroughtFile } from './ports.ts';
import { waitingSources } from './waiting-sources.ts';
import type { Workshops } from './workshops.ts';

interface Source {
  readonly sheets: readonly SourceSheet[];
  /** Of a text, so that it can be read in another encoding. */
  readonly file: BroughtFile | null;
}

export function intakeHandlers(options: HostOptions, workshops: Workshops): HostHandlers['intake'] {
  const { ports, worker, newId } = options;
  const sources = waitingSources<Source>(options);

  async function take(file: BroughtFile, caller: Caller, encoding?: TextEncoding): Promise<Result<SourceOutline, Failure>> {
    const read = await worker.readSource({ ...file, encoding });
    if (!read.ok) return read;
    const sheets = read.value;
    const isText = sheets.some((sheet) => sheet.encoding !== undefined);
    const { fileName } = file;
    return ok(outlineOf(sheets, { sourceId: sources.keep({ sheets, file: isText ? file : null }, caller), fileName }));
  }

  function sheetOf({ sourceId, sheet }: ImportSelection, caller: Caller): Result<SourceSheet, Failure> {
    const source = sources.find(sourceId, caller);
    if (!source) return err({ code: 'source-gone' });
    const chosen = source.sheets[sheet];
    return chosen ? ok(chosen) : err({ code: 'bad-request', place: 'selection.sheet' });
  }

  function preview(view: View, selection: ImportSelection, caller: Caller): Result<ImportPreview, Failure> {
    const sheet = sheetOf(selection, caller);
    return sheet.ok ? previewImport(view, sheet.value, selection) : sheet;
  }

  return {
    chooseFile: async (_input, caller) => {
      if (!ports.dialogs) return err({ code: 'not-allowed' });
      const chosen = await ports.dialogs.chooseFile(caller);
      if (!chosen.ok) return chosen;
      return chosen.value ? take(chosen.value, caller) : ok(null);
    },
    readUpload: async ({ handle }, caller) => {
      const upload = ports.takeUpload(handle, caller);
      return upload ? take(upload, caller) : err({ code: 'source-gone' });
    },
    readAs: async ({ sourceId, encoding }, caller) => {
      const file = sources.find(sourceId, caller)?.file;
      return file ? take(file, caller, encoding) : err({ code: 'source-gone' });
    },
    readText: ({ text }, caller) => take({ bytes: Buffer.from(text), fileName: '' }, caller),
    preview: async ({ workshopId, selection }, caller) => {
      const document = await workshops.open(workshopId);
      return document.ok ? preview(document.value.view(), selection, caller) : document;
    },
    apply: async ({ workshopId, commandId, selection, choices }, caller) => {
      const document = await workshops.open(workshopId);
      if (!document.ok) return document;
      await document.value.copies.before('before-import');
      const counts = { added: 0, changed: 0, removed: 0 };
      const executed = await document.value.executeWith(commandId, (view) => {
        const shown = preview(view, selection, caller);
        if (!shown.ok) return shown;
        const command = importCommand(view, shown.value, choices, newId);
        Object.assign(counts, { added: command.added.length, changed: command.changed.length, removed: command.removedIds.length });
        return ok(command);
      });
      return executed.ok ? ok({ ...executed.value, ...counts }) : executed;
    },
  };
}
