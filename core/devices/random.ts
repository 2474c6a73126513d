/** Placeholder replaced by the random number part. */
export {};
