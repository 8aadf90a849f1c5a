import { autocompletion, type CompletionContext } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { Fault } from '../../../../kernel/live-block/render.ts';
import type { Block } from '../document.web.ts';

export type EditorHandle = {
  /** Puts something made of what is chosen in its place; `line`: of the whole lines. */
  readonly put: (make: (chosen: string) => string, line?: boolean) => void;
  readonly goTo: (line: number) => void;
};
type Props = {
  readonly label: string;
  readonly lang: string;
  readonly value: string;
  readonly blocks: readonly Block[];
  readonly faults: readonly Fault[];
  readonly onChange: (next: string) => void;
  readonly handle: Ref<EditorHandle>;
};

const look = EditorView.theme({
  '&': {
    fontSize: '13.5px',
    border: '1px solid var(--mantine-color-default-border)',
    borderRadius: '6px',
    backgroundColor: 'var(--mantine-color-body)',
    height: '100%',
  },
  '&.cm-focused': { outline: '2px solid var(--mantine-primary-color-filled)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mantine-font-family-monospace)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--mantine-color-text)', padding: '10px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--mantine-color-text)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    color: 'var(--mantine-color-dimmed)',
    border: 'none',
    fontSize: '11px',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--mantine-color-body)',
    color: 'var(--mantine-color-text)',
    border: '1px solid var(--mantine-color-default-border)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--mantine-primary-color-light)',
    color: 'var(--mantine-color-text)',
  },
});
const colours = HighlightStyle.define([
  { tag: tags.heading, fontWeight: '700', color: 'var(--mantine-color-anchor)' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.link, color: 'var(--mantine-color-anchor)' },
  { tag: tags.url, color: 'var(--mantine-color-dimmed)' },
  { tag: tags.quote, color: 'var(--mantine-color-dimmed)' },
  { tag: tags.monospace, color: 'light-dark(#9a3412, #fdba74)' },
  { tag: tags.processingInstruction, color: 'var(--mantine-color-dimmed)' },
]);

/** Markdown as it is written. Nothing is converted to and fro, so live blocks and tables stay as they were typed. */
export default function CodeEditor({ label, lang, value, blocks, faults, onChange, handle }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const now = useRef({ onChange, blocks });
  useEffect(() => {
    now.current = { onChange, blocks };
  }, [onChange, blocks]);
  const first = useRef(value);
  useEffect(() => {
    if (!place.current) return undefined;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          history(),
          drawSelection(),
          highlightSelectionMatches(),
          EditorView.lineWrapping,
          markdown({ base: markdownLanguage }),
          syntaxHighlighting(colours),
          autocompletion({ override: [(context) => complete(context, now.current.blocks)], icons: false }),
          keymap.of([...marks, ...defaultKeymap, ...historyKeymap, ...searchKeymap, indentWithTab]),
          look,
          EditorView.contentAttributes.of({ 'aria-label': label, lang, spellcheck: 'true' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) now.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, [label, lang]);
  useEffect(() => {
    const made = view.current;
    // What was typed comes back as the value; only what came from elsewhere (a discarded draft) is put in.
    if (made && made.state.doc.toString() !== value)
      made.dispatch({ changes: { from: 0, to: made.state.doc.length, insert: value } });
  }, [value]);
  useEffect(() => {
    const made = view.current;
    if (!made) return;
    const marked = faults.flatMap(({ line: n, message }) => {
      if (n > made.state.doc.lines) return [];
      const { from, to } = made.state.doc.line(n);
      return [{ from, to, severity: 'error' as const, message }];
    });
    made.dispatch(setDiagnostics(made.state, marked));
  }, [faults]);
  useImperativeHandle(handle, () => ({
    put: (make, line = false) => view.current && put(view.current, make, line),
    goTo: (n) => view.current && goTo(view.current, n),
  }));
  return <div ref={place} style={{ height: '100%', minHeight: 0 }} />;
}

const marks = [
  { key: 'Mod-b', run: (view: EditorView) => (put(view, (s) => `**${s}**`, false), true) },
  { key: 'Mod-i', run: (view: EditorView) => (put(view, (s) => `*${s}*`, false), true) },
];

function put(view: EditorView, make: (chosen: string) => string, line: boolean): void {
  const { from: start, to: end } = view.state.selection.main;
  const from = line ? view.state.doc.lineAt(start).from : start;
  const to = line ? view.state.doc.lineAt(end).to : end;
  const chosen = view.state.sliceDoc(from, to);
  const made = make(chosen);
  // Without a selection the cursor goes between the marks.
  const at = from + (chosen === '' && !line ? Math.floor(made.length / 2) : made.length);
  view.dispatch({ changes: { from, to, insert: made }, selection: { anchor: at }, scrollIntoView: true });
  view.focus();
}

function goTo(view: EditorView, n: number): void {
  const { from } = view.state.doc.line(Math.min(Math.max(n, 1), view.state.doc.lines));
  view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'start' }) });
  view.focus();
}

/** After `::live{block=` the blocks, after `{{` the values. */
function complete(context: CompletionContext, blocks: readonly Block[]) {
  const value = context.matchBefore(/\{\{[\w:.-]*/);
  const block = context.matchBefore(/::live\{block=[\w:.-]*/);
  const found = block ?? value;
  if (!found) return null;
  const from = found.from + (block ? '::live{block='.length : 2);
  const options = blocks
    .filter(({ inline }) => inline === (block === null))
    .map(({ key, name }) => ({ label: key, detail: name, apply: block ? key : `${key}}}` }));
  return { from, options, validFor: /^[\w:.-]*$/ };
}
