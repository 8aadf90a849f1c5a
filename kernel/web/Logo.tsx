/** Two promises linked in one seal. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled, #33629f)" />
      <g fill="none" stroke="#fff" strokeWidth="2.8" strokeLinecap="round" strokeLinejoin="round">
        <path d="M18.6 10.2a6 6 0 1 0 .2 11.4" />
        <path d="M13.4 21.8a6 6 0 1 0-.2-11.4" opacity="0.72" />
        <path d="m12.6 16 2.5 2.6 4.6-5.2" />
      </g>
    </svg>
  );
}
