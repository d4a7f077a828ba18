package dev.docent.start;

/** A process that ran: seconds on the clock, and of all processors. */
record Run(double seconds, double processor) {}
