/** Two promises linked in one seal. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--mantine-primary-color-filled, #33629f)" />
      <g fill="none" stroke="#fff" strokeWidth="2.6">
        <circle cx="12" cy="16" r="5.9" />
        <circle cx="20" cy="16" r="5.9" opacity="0.75" />
        {/* The left ring passes over the right one below, so that they are linked and not laid side by side. */}
        <path d="M16 20.3A5.9 5.9 0 0 0 17.9 16" />
      </g>
    </svg>
  );
}
