/** The mark of the desk: a sheet with a line that turns back, received and answered. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="30" height="30" rx="8" fill="var(--n-accent)" />
      <path d="M9 9.5h9a5.25 5.25 0 0 1 0 10.5h-6" fill="none" stroke="var(--n-accent-text)" strokeWidth="2.6" strokeLinecap="round" />
      <path
        d="M14.6 16 10.4 20l4.2 4"
        fill="none"
        stroke="var(--n-accent-text)"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <circle cx="22.6" cy="24" r="1.7" fill="var(--n-accent-text)" />
    </svg>
  );
}
