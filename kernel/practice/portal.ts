/** Whose turn it is, as whoever asked for it sees it: ours, theirs (an answer, a confirmation), or nobody's any more. */
export type Turn = 'us' | 'answer' | 'confirm' | 'over';

/** How a record type shows itself to the people who asked for it. Everything else of it stays inside. */
export type PortalType = {
  readonly type: string;
  /** Whose turn it is in each state. */
  readonly turns: Readonly<Record<string, Turn>>;
  /** Fields that are told besides the title, where they are filled. */
  readonly told: readonly string[];
  /** The clocks whose promises are told, in this order. */
  readonly promises: readonly string[];
  /** Until when it may be taken up again: a field that holds an instant. */
  readonly reopenUntil?: string;
  /** Which of its actions confirm, take it up again and withdraw it, with what else they need to be told. */
  readonly actions: Readonly<
    Partial<
      Record<
        'confirm' | 'reopen' | 'withdraw',
        { readonly name: string; readonly input?: Readonly<Record<string, unknown>> }
      >
    >
  >;
};

/** The same for every state, made so that a missing one does not compile. */
export const portalType = <S extends string>(
  type: Omit<PortalType, 'turns'> & { readonly turns: Readonly<Record<S, Turn>> },
): PortalType => type;
