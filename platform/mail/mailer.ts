import { createTransport } from 'nodemailer';

export type Address = { readonly name: string; readonly address: string };

export type Message = {
  /** Without its angle brackets. The same for each attempt, so that a mail that came twice can be told as one. */
  readonly messageId: string;
  readonly to: Address;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/**
 * What came of it. `refused`: the server will never take this mail. `deferred`: not now, but others may go.
 * `unreachable`: the server cannot be talked to at all, whatever the mail.
 */
export type Outcome =
  | { readonly state: 'accepted' }
  | { readonly state: 'refused' | 'deferred' | 'unreachable'; readonly reason: string };

export type Mailer = {
  readonly send: (message: Message) => Promise<Outcome>;
  /** Host and port, without what signs in. */
  readonly server: string;
  readonly from: string;
};

export const longestSendMs = 120_000;
const longestReason = 500;

/**
 * Sends through SMTP, each mail over a connection of its own: a kept one costs less, but nodemailer's pool sends a mail
 * again by itself when its connection breaks, accepted or not. `url`: `smtp://user:password@host:587`, or `smtps://` for TLS from the start.
 */
export function createMailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    // A mail is made of what people typed: nothing in it may make the server read files or fetch addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const { hostname, port, protocol } = new URL(url);
  return {
    server: `${hostname}:${port === '' ? (protocol === 'smtps:' ? '465' : '587') : port}`,
    from,
    send: async ({ to, subject, messageId, html, text, headers }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: oneLine(to.name), address: oneLine(to.address) },
          subject: oneLine(subject),
          messageId: `<${oneLine(messageId)}>`,
          html,
          text,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...headers },
          signal: AbortSignal.timeout(longestSendMs),
        });
        return { state: 'accepted' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

/** No line breaks, no control characters, nothing that turns the direction of writing: a header is one line. */
export const oneLine = (text: string) =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();

function outcomeOf(error: unknown): Outcome {
  const { code, responseCode, message } = error as {
    code?: string;
    responseCode?: number;
    message?: string;
  };
  const reason = oneLine(message ?? String(error)).slice(0, longestReason);
  // Only an answer about this mail is about this mail: a refused sign-in (EAUTH, 535) is the server's matter.
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return { state: 'unreachable', reason };
  const temporary = responseCode !== undefined && responseCode < 500;
  return { state: temporary ? 'deferred' : 'refused', reason };
}
