import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Inbox = {
  readonly url: string;
  readonly mails: ParsedMail[];
  /** What came to this address so far. */
  readonly of: (address: string) => ParsedMail[];
  /** Addresses that it refuses for good. */
  readonly refused: Set<string>;
  readonly stop: () => Promise<void>;
};

/** A real SMTP server that keeps what it accepts. */
export async function inbox(port = 0): Promise<Inbox> {
  const mails: ParsedMail[] = [];
  const refused = new Set<string>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 200,
    onRcptTo: ({ address }, _session, done) =>
      refused.has(address)
        ? done(Object.assign(new Error('5.1.1 no such mailbox here'), { responseCode: 550 }))
        : done(),
    onData: (stream, _session, done) => void keep(stream, done),
  });
  const keep = async (
    stream: Parameters<NonNullable<SMTPServer['onData']>>[0],
    done: (error?: Error | null) => void,
  ) => {
    try {
      mails.push(await simpleParser(stream));
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };
  // A client that goes away in the middle is no fault of the test.
  server.on('error', () => undefined);
  const listening = await new Promise<number>((resolve) => {
    const net = server.listen(port, '127.0.0.1', () => {
      const address = net.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
  return {
    url: `smtp://127.0.0.1:${listening}`,
    mails,
    of: (address) =>
      mails.filter((mail) =>
        [mail.to ?? []].flat().some((to) => to.value.some((v) => v.address === address)),
      ),
    refused,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
